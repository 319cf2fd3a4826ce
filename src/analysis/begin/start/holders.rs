//! Who holds a role of the preset among the people of a new project, and which departments a party means.

use super::people::{NewPeople, Participant};
use super::shared::SharedLine;
use crate::analysis::begin::draft::Local;
use crate::templates::department;
use crate::templates::preset::{Desk, Party, Role};

/// The departments that mostly have to put a problem right.
const FIXERS: &[Desk] = &[
    Desk::Supply,
    Desk::Development,
    Desk::Production,
    Desk::Quality,
    Desk::Warehouse,
];

impl NewPeople {
    /// Who holds a role of the preset; nobody where that department does not take part.
    pub(super) fn holder(&self, role: Role) -> Option<Local> {
        match role {
            Role::Lead => Some(self.lead),
            Role::Rep(desk) => self.place(desk)?.rep,
            Role::Each => None,
            Role::Sponsor => self.sponsor,
            Role::Coordinator => self.coordinator.or(Some(self.lead)),
            Role::Reps(party) => self.speakers(party).first().copied(),
            Role::Seat(seat) => self.seats.get(&seat).copied(),
            Role::FirstOf(roles) => roles.iter().find_map(|role| self.holder(*role)),
        }
    }

    /// Who helps whoever holds a role: the other representatives of the same departments.
    pub(super) fn helpers(&self, role: Role) -> Vec<Local> {
        match role {
            Role::Reps(party) => self.speakers(party).split_off(1),
            Role::FirstOf(roles) => {
                let first = roles.iter().find(|role| self.holder(**role).is_some());
                first.map_or_else(Vec::new, |role| self.helpers(*role))
            }
            _ => Vec::new(),
        }
    }

    /// Who speaks for the departments of a party, each person once; of all of them first the one whose text it is,
    /// where that is not the leading one.
    fn speakers(&self, party: Party) -> Vec<Local> {
        let mut out: Vec<Local> = Vec::new();
        let places = self.places.iter().filter(|place| self.is_of(place, party));
        let mut places: Vec<&Participant> = places.collect();
        if party == Party::All && self.owning != self.lead_department {
            places.sort_by_key(|place| Some(place.department) != self.owning);
        }
        for speaker in places.into_iter().filter_map(|place| self.speaker(place)) {
            if !out.iter().any(|known| self.are_one(*known, speaker)) {
                out.push(speaker);
            }
        }
        out
    }

    /// Its representative; where it is open who that is and the lead is of that department, the lead.
    fn speaker(&self, place: &Participant) -> Option<Local> {
        let is_own = Some(place.department) == self.own;
        place.rep.map(|rep| {
            if is_own && !place.is_named {
                self.lead
            } else {
                rep
            }
        })
    }

    pub(super) fn is_of(&self, place: &Participant, party: Party) -> bool {
        let is = |department: Option<Local>| department == Some(place.department);
        match party {
            Party::Desk(desk) => place.desk == Some(desk),
            Party::All => true,
            Party::Using => place.participation == department::PARTICIPATE,
            Party::Providing => place.participation == department::SUPPORT,
            Party::Owning => is(self.owning),
            Party::Pilot => self.pilots.contains(&place.department),
            Party::Raising => is(self.own),
            Party::Fixing => is(self.fixing().map(|place| place.department)),
        }
    }

    /// The department that has to put a problem right: supply or development before others, and rather another than
    /// the one that raised it.
    pub(super) fn fixing(&self) -> Option<&Participant> {
        let others = || {
            let with_rep = self.places.iter().filter(|place| place.rep.is_some());
            with_rep.filter(|place| Some(place.department) != self.own)
        };
        let by_desk = FIXERS
            .iter()
            .find_map(|desk| others().find(|place| place.desk == Some(*desk)));
        by_desk.or_else(|| others().next()).or_else(|| {
            self.places
                .iter()
                .find(|place| Some(place.department) == self.lead_department)
        })
    }

    /// The department of a name.
    pub(super) fn called(&self, name: &str) -> Option<Local> {
        let mut places = self.places.iter();
        let place = places.find(|place| !name.trim().is_empty() && place.name == name.trim())?;
        Some(place.department)
    }

    /// Who keeps a resource: who is named, else who speaks for its department.
    pub(super) fn keeper(&self, line: &SharedLine) -> Option<Local> {
        let named = self.keepers.get(&line.keeper).copied();
        named.or_else(|| {
            let home = self.called(&line.department)?;
            let place = self.places.iter().find(|place| place.department == home)?;
            self.speaker(place)
        })
    }

    /// The first department of a party.
    pub(super) fn first_of(&self, party: Party) -> Option<&Participant> {
        self.places.iter().find(|place| self.is_of(place, party))
    }
}
