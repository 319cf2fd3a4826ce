//! Departments and members of a new project: the lead, a representative per department whether named or not,
//! coordinator and sponsor where named. Somebody given twice is one person, joined by `same_as`.

use super::besides::names;
use super::shared::{shared_by, speaker};
use super::taking_part::{departments, is_as_proposed, stands_for};
use super::{DepartmentAnswer, Start, words};
use crate::analysis::begin::draft::{Local, NewRecord};
use crate::model::template::Choice;
use crate::templates::preset::{self, Desk, Preset, Role, Seat};
use crate::templates::{department, member};
use std::collections::BTreeMap;

/// A department that takes part.
pub(super) struct Participant {
    pub(super) department: Local,
    pub(super) name: String,
    pub(super) desk: Option<Desk>,
    pub(super) participation: Choice,
    /// Its representative, named or not; nothing where it is only informed.
    pub(super) rep: Option<Local>,
    pub(super) is_named: bool,
}

/// Who is who among the new records.
pub(super) struct NewPeople {
    pub(super) lead: Local,
    pub(super) lead_department: Option<Local>,
    pub(super) places: Vec<Participant>,
    pub(super) coordinator: Option<Local>,
    pub(super) sponsor: Option<Local>,
    /// The lead's own department.
    pub(super) own: Option<Local>,
    /// The department whose text it is, and those that try it first.
    pub(super) owning: Option<Local>,
    pub(super) pilots: Vec<Local>,
    /// Who fills a place that no department fills, and who keeps what, by name.
    pub(super) seats: BTreeMap<Seat, Local>,
    pub(super) keepers: BTreeMap<String, Local>,
    same: BTreeMap<Local, Local>,
}

struct NamedPerson {
    name: String,
    department: Option<Local>,
    member: Local,
}

impl NewPeople {
    /// Adds the departments and members.
    pub(super) fn of(start: &Start, records: &mut Vec<NewRecord>) -> Self {
        let (answers, own) = departments(start);
        let mut places = Vec::new();
        let (mut mine, mut leading) = (None, None);
        for (place, answer) in answers.iter().enumerate() {
            let record = NewRecord::new(department::DEPARTMENT.kind)
                .text(department::NAME, &answer.name)
                .set(
                    department::PARTICIPATION,
                    answer.participation.key.to_owned(),
                );
            let is_lead = answer.participation == department::LEAD;
            let at = records.len();
            records.push(if is_as_proposed(answer) && !is_lead {
                record.prefilled()
            } else {
                record
            });
            if is_lead {
                leading = Some(at);
            }
            if Some(place) == own {
                mine = Some(at);
            }
            places.push(Participant {
                department: at,
                name: answer.name.clone(),
                desk: answer.desk,
                participation: answer.participation,
                rep: None,
                is_named: false,
            });
        }
        let lead = records.len();
        records.push(a_member(start, &start.me, mine, member::LEAD));
        let mut people = Self {
            lead,
            lead_department: leading,
            places,
            coordinator: None,
            sponsor: None,
            own: mine,
            owning: None,
            pilots: Vec::new(),
            seats: BTreeMap::new(),
            keepers: BTreeMap::new(),
            same: BTreeMap::new(),
        };
        let given = people.add_others(start, &answers, mine, records);
        people.owning = people.called(&start.besides.owning).or(leading);
        people.pilots = names(&start.besides.pilots)
            .filter_map(|name| people.called(name))
            .collect();
        people.add_keepers(start, &given, records);
        if let Some(preset) = start.scenario.preset() {
            people.add_seats(start, preset, records);
        }
        people
    }

    fn add_others(
        &mut self,
        start: &Start,
        answers: &[DepartmentAnswer],
        mine: Option<Local>,
        records: &mut Vec<NewRecord>,
    ) -> Vec<NamedPerson> {
        let mut given = vec![NamedPerson {
            name: start.me.trim().to_owned(),
            department: mine,
            member: self.lead,
        }];
        let shared = shared_by(start);
        for (at, answer) in answers.iter().enumerate() {
            if answer.participation == department::AFFECTED {
                continue;
            }
            let (name, is_keeper) = speaker(answer, &shared);
            let home = Some(self.places[at].department);
            let named_so = answers.iter().filter(|other| stands_for(other, name));
            // The only one who is called like the lead is the lead, wherever the list puts them.
            let is_lead = stands_for(answer, &start.me) && named_so.count() == 1;
            let known = given
                .iter()
                .find(|one| {
                    !name.is_empty() && one.name == name && (is_keeper || one.department == home)
                })
                .map(|one| one.member)
                .or_else(|| is_lead.then_some(self.lead));
            let rep = self.add(start, name, home, member::REP, known, records);
            self.places[at].rep = Some(rep);
            self.places[at].is_named = !name.is_empty();
            given.push(NamedPerson {
                name: name.to_owned(),
                department: home,
                member: rep,
            });
        }
        for (answer, role) in [
            (&start.coordinator, member::COORDINATOR),
            (&start.sponsor, member::SPONSOR),
        ] {
            let name = answer.as_deref().unwrap_or_default().trim();
            if name.is_empty() {
                continue;
            }
            let known = given.iter().find(|one| one.name == name);
            let (home, known) =
                known.map_or((None, None), |one| (one.department, Some(one.member)));
            let person = Some(self.add(start, name, home, role, known, records));
            match role == member::COORDINATOR {
                true => self.coordinator = person,
                false => self.sponsor = person,
            }
        }
        given
    }

    /// Whoever keeps a resource: somebody known already, or a member.
    fn add_keepers(&mut self, start: &Start, given: &[NamedPerson], records: &mut Vec<NewRecord>) {
        for line in shared_by(start) {
            if line.keeper.is_empty() || self.keepers.contains_key(&line.keeper) {
                continue;
            }
            let known = given.iter().find(|one| one.name == line.keeper);
            let keeper = known.map(|one| one.member).unwrap_or_else(|| {
                let home = self.called(&line.department);
                records.push(seated(start, &line.keeper, home, Seat::Keeper));
                records.len() - 1
            });
            self.keepers.insert(line.keeper, keeper);
            self.seats.entry(Seat::Keeper).or_insert(keeper);
        }
    }

    /// The places that rows of the preset ask for and nobody fills: members without a name.
    fn add_seats(&mut self, start: &Start, preset: &Preset, records: &mut Vec<NewRecord>) {
        let roles = preset.tasks.iter().map(|row| row.owner);
        let roles: Vec<Role> = roles
            .chain(preset.risks.iter().map(|row| row.owner))
            .collect();
        for role in roles {
            let seat = match role {
                Role::Seat(seat) => Some(seat),
                Role::FirstOf(all) => all.iter().find_map(|role| match role {
                    Role::Seat(seat) => Some(*seat),
                    _ => None,
                }),
                _ => None,
            };
            if let Some(seat) = seat.filter(|_| self.holder(role).is_none()) {
                records.push(seated(start, "", None, seat));
                self.seats.insert(seat, records.len() - 1);
            }
        }
    }

    fn add(
        &mut self,
        start: &Start,
        name: &str,
        home: Option<Local>,
        role: Choice,
        known: Option<Local>,
        records: &mut Vec<NewRecord>,
    ) -> Local {
        let at = records.len();
        records.push(a_member(start, name, home, role).refer(member::SAME_AS, known));
        if let Some(known) = known {
            let first = self.person(known);
            self.same.insert(at, first);
        }
        at
    }

    /// The first record of the person a member record belongs to.
    fn person(&self, member: Local) -> Local {
        self.same.get(&member).copied().unwrap_or(member)
    }

    /// Whether two member records are the same person.
    pub(super) fn are_one(&self, a: Local, b: Local) -> bool {
        self.person(a) == self.person(b)
    }

    /// The department of the preset, where it takes part.
    pub(super) fn place(&self, desk: Desk) -> Option<&Participant> {
        self.places.iter().find(|place| place.desk == Some(desk))
    }

    /// The departments for which the preset has no rows, with their representatives; the one that leads has the lead's.
    pub(super) fn without_rows(&self, preset: &Preset) -> impl Iterator<Item = (Local, Local)> {
        let has_rows = |desk: Desk| preset.tasks.iter().any(|row| row.owner == Role::Rep(desk));
        let bare = self.places.iter().filter(move |place| {
            Some(place.department) != self.lead_department && !place.desk.is_some_and(has_rows)
        });
        bare.filter_map(|place| Some((place.department, place.rep?)))
    }

    /// What a department is called.
    pub(super) fn name_of(&self, department: Local) -> Option<&str> {
        let mut places = self.places.iter();
        let place = places.find(|place| place.department == department)?;
        Some(&place.name)
    }

    /// The representatives of the departments that have one.
    pub(super) fn reps(&self) -> impl Iterator<Item = Local> + '_ {
        self.places.iter().filter_map(|place| place.rep)
    }

    /// The letter a department has in a row of the role table.
    pub(super) fn letter(&self, place: &Participant, row: &preset::WorkItemRow) -> Option<Choice> {
        let own = row
            .letters
            .iter()
            .find(|(party, _)| self.is_of(place, *party));
        own.map(|(_, letter)| *letter).or(row.others)
    }

    /// Who stands in for somebody: the lead, the coordinator or the first representative who is another person.
    pub(super) fn stand_in(&self, owner: Local) -> Option<Local> {
        let first = [Some(self.lead), self.coordinator].into_iter().flatten();
        first
            .chain(self.reps())
            .find(|other| !self.are_one(owner, *other))
    }
}

/// A member for a place, named or not.
fn seated(start: &Start, name: &str, home: Option<Local>, seat: Seat) -> NewRecord {
    NewRecord::new(member::MEMBER.kind)
        .text(member::PERSON, name)
        .refer(member::DEPARTMENT, home)
        .set(member::PROJECT_ROLE, member::ORDINARY.key.to_owned())
        .text(member::DUTIES, words(start, seat.duties()))
        .prefilled_fields(&[member::DUTIES.name])
}

fn a_member(start: &Start, name: &str, home: Option<Local>, role: Choice) -> NewRecord {
    let record = NewRecord::new(member::MEMBER.kind)
        .text(member::PERSON, name)
        .refer(member::DEPARTMENT, home)
        .set(member::PROJECT_ROLE, role.key.to_owned());
    match preset::duties(role).filter(|_| start.scenario.preset().is_some()) {
        Some(duties) => record
            .text(member::DUTIES, words(start, duties))
            .prefilled_fields(&[member::DUTIES.name]),
        None => record,
    }
}
