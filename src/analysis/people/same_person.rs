//! Whether somebody who is not on the list may be one of those who are: a question for a person, never an answer.

use super::who::People;
use crate::analysis::words::look::skeleton;
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::sort::sort_by;
use crate::model::template::Form;
use crate::templates::{charter, identity, member};
use std::collections::BTreeMap;

/// Somebody on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Their record.
    pub record: RecordId,
    /// Their name.
    pub name: String,
    /// Their department's record.
    pub department: Option<RecordId>,
}

/// Words behind a surname that say what somebody is, not who.
const TITLES: &[&str] = &[
    "总经理",
    "副经理",
    "工程师",
    "经理",
    "主管",
    "专员",
    "主任",
    "总监",
    "部长",
    "科长",
    "组长",
    "助理",
    "老师",
    "先生",
    "女士",
    "工",
    "总",
];
/// Words before a name that say what somebody is, in English.
const WORDS: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "dr",
    "manager",
    "supervisor",
    "specialist",
    "director",
    "engineer",
    "president",
    "officer",
];
/// Surnames of two characters.
const LONG_SURNAMES: &[&str] = &[
    "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文",
    "司徒", "端木", "夏侯",
];

/// What a name tells: whose it is, and what it calls the person beside that.
struct Parts {
    surname: String,
    given: String,
}

/// The people of a roster as one may be among them: with a name.
pub fn listed(form: &Form<'_>) -> Vec<Listed> {
    let people = form.all(member::MEMBER.kind).into_iter();
    let listed = people.filter_map(|person| {
        Some(Listed {
            name: person.get(member::PERSON)?,
            department: person.get(member::DEPARTMENT),
            record: person.record().clone(),
        })
    });
    listed.collect()
}

/// Who a stranger of that name may be: the same name, or the same surname where the rest does not contradict. Where
/// several fit, the one of the same department; where still several do, nobody.
pub fn guess(name: &str, department: Option<&RecordId>, listed: &[Listed]) -> Option<RecordId> {
    let best = listed.iter().map(|one| likeness(name, &one.name)).max()?;
    if best == 0 {
        return None;
    }
    let fits: Vec<&Listed> = listed
        .iter()
        .filter(|one| likeness(name, &one.name) == best)
        .collect();
    if let [only] = fits.as_slice() {
        return Some(only.record.clone());
    }
    let mut beside = fits
        .iter()
        .filter(|one| department.is_some() && one.department.as_ref() == department);
    match (beside.next(), beside.next()) {
        (Some(only), None) => Some(only.record.clone()),
        _ => None,
    }
}

/// Who on the list somebody looks like without being them: a name that cannot be told from theirs, written otherwise
/// or entered a second time. `own` is the record of whoever is asked about, where they have one.
pub fn look_alike<'a>(
    name: &str,
    own: Option<&RecordId>,
    listed: impl IntoIterator<Item = &'a Listed>,
) -> Option<&'a Listed> {
    let wanted = skeleton(name);
    if wanted.is_empty() {
        return None;
    }
    let is_another = |one: &&Listed| match own {
        Some(own) => one.record != *own,
        None => one.name != name,
    };
    let mut alike = listed
        .into_iter()
        .filter(|one| skeleton(&one.name) == wanted)
        .filter(is_another);
    alike.next()
}

/// Whom on the roster each of its people looks like without being them: the record and the name of the first such.
#[derive(Default)]
struct LookAlikes(BTreeMap<RecordId, Alike>);

/// The name of the other, and whether that one comes first on the roster.
struct Alike {
    name: String,
    is_later: bool,
}

impl Derived for LookAlikes {
    fn of(log: &Log) -> Self {
        let form = Form::new(log, charter::record());
        let people = People::shared(&form);
        let mut named: Vec<(String, Listed)> = listed(&form)
            .into_iter()
            .map(|one| (skeleton(&one.name), one))
            .filter(|(skeleton, _)| !skeleton.is_empty())
            .collect();
        sort_by(&mut named, |a: &(String, Listed), b| a.0.cmp(&b.0));
        let mut alike = Self::default();
        for group in named
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|group| group.len() > 1)
        {
            let person = |one: &Listed| people.person(&one.record);
            let first = person(&group[0].1);
            // Whoever is not the first looks like the first, who looks like the next that is another.
            let another = group.iter().find(|(_, one)| person(one) != first);
            for (_, one) in group {
                let other = if person(one) == first {
                    another
                } else {
                    group.first()
                };
                if let Some((_, other)) = other {
                    let found = Alike {
                        name: other.name.clone(),
                        is_later: person(one) != first,
                    };
                    alike.0.insert(one.record.clone(), found);
                }
            }
        }
        alike
    }
}

/// The name of another on the roster from whom one of its people cannot be told by their name.
pub fn looks_like(log: &Log, member: &RecordId) -> Option<String> {
    let alike = log.derived::<LookAlikes>();
    alike.0.get(member).map(|other| other.name.clone())
}

/// The same for whoever comes later on the roster: of two who look alike, one is told.
pub fn looks_like_an_earlier(log: &Log, member: &RecordId) -> Option<String> {
    let alike = log.derived::<LookAlikes>();
    let other = alike.0.get(member).filter(|other| other.is_later);
    other.map(|other| other.name.clone())
}

/// Whoever signs with a name that is on no list and looks like a listed one: that name, and who is listed.
pub fn strangers_alike(log: &Log) -> Vec<(String, Listed)> {
    let form = Form::new(log, charter::record());
    let people = People::shared(&form);
    let listed = listed(&form);
    let strangers = log.signers().filter(|author| !member::is_record(author));
    let unknown = strangers.filter(|name| people.author(name).is_none());
    let alike = unknown.filter_map(|name| {
        let listed = look_alike(identity::signed(name).0, None, &listed)?;
        Some((name.to_owned(), listed.clone()))
    });
    alike.collect()
}

/// 0: somebody else. More: 1 the surname alone, 2 with a given name that one of them leaves out, 3 the same name.
fn likeness(a: &str, b: &str) -> u8 {
    let (a, b) = (plain(a), plain(b));
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    if a == b {
        return 3;
    }
    let (Some(a), Some(b)) = (parts(&a), parts(&b)) else {
        return 0;
    };
    match (a.surname == b.surname, a.given == b.given) {
        (false, _) => 0,
        (true, true) if !a.given.is_empty() => 3,
        (true, true) => 1,
        (true, false) if a.given.is_empty() || b.given.is_empty() => 2,
        (true, false) => 0,
    }
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}

fn parts(name: &str) -> Option<Parts> {
    if name.chars().any(is_han) {
        let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
        let long = LONG_SURNAMES
            .iter()
            .find(|surname| name.starts_with(**surname));
        let surname = match long {
            Some(surname) => (*surname).to_owned(),
            None => name.chars().next()?.to_string(),
        };
        let rest = &name[surname.len()..];
        let title = TITLES.iter().find(|title| rest.ends_with(**title));
        let given = title.map_or(rest, |title| rest.trim_end_matches(*title));
        return Some(Parts {
            surname,
            given: given.to_owned(),
        });
    }
    let mut words: Vec<&str> = name
        .split([' ', '.', ','])
        .filter(|word| !word.is_empty() && !WORDS.contains(word))
        .collect();
    let surname = words.pop()?.to_owned();
    Some(Parts {
        surname,
        given: words.join(" "),
    })
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roster() -> Vec<Listed> {
        let one = |id: &str, name: &str, department: &str| Listed {
            record: RecordId::of(&format!("member/{id}")),
            name: name.to_owned(),
            department: Some(RecordId::of(&format!("department/{department}"))),
        };
        vec![
            one("chen", "陈专员", "market"),
            one("li", "李主管", "lab"),
            one("li2", "李晓明", "sales"),
            one("liu", "刘经理", "money"),
            one("ou", "欧阳工程师", "lab"),
            one("wang", "Manager Wang", "market"),
        ]
    }

    fn who(name: &str, department: Option<&str>) -> Option<String> {
        let department = department.map(|rest| RecordId::of(&format!("department/{rest}")));
        guess(name, department.as_ref(), &roster()).map(|record| record.to_string())
    }

    #[test]
    fn the_same_surname_is_asked_about_and_another_is_not() {
        assert_eq!(who("陈主管", None).as_deref(), Some("member/chen"));
        assert_eq!(who("陈 晨", None).as_deref(), Some("member/chen"));
        assert_eq!(who("周专员", None), None, "a title makes nobody the same");
        assert_eq!(who("", None), None);
        assert_eq!(guess("陈主管", None, &[]), None);
    }

    #[test]
    fn two_full_names_of_one_family_are_two_people() {
        assert_eq!(who("李大明", Some("sales")).as_deref(), Some("member/li"));
        assert_eq!(who("李晓明", None).as_deref(), Some("member/li2"));
        assert_eq!(who("李晓明经理", None).as_deref(), Some("member/li2"));
    }

    #[test]
    fn where_several_fit_the_department_says_and_else_nobody() {
        let twins =
            [("a", "赵主管", "lab"), ("b", "赵经理", "sales")].map(|(id, name, of)| Listed {
                record: RecordId::of(&format!("member/{id}")),
                name: name.to_owned(),
                department: Some(RecordId::of(&format!("department/{of}"))),
            });
        let sales = RecordId::of("department/sales");
        assert_eq!(guess("赵专员", None, &twins), None);
        assert_eq!(
            guess("赵专员", Some(&sales), &twins).as_ref(),
            Some(&twins[1].record)
        );
    }

    #[test]
    fn a_name_that_cannot_be_told_from_a_listed_one_looks_alike() {
        let all = roster();
        let like = |name: &str, own: Option<&str>| {
            let own = own.map(RecordId::of);
            let found = look_alike(name, own.as_ref(), &all);
            found.map(|one| one.record.to_string())
        };
        assert_eq!(like("陈\u{200B}专员", None).as_deref(), Some("member/chen"));
        assert_eq!(like("mаnager Wang", None).as_deref(), Some("member/wang"));
        assert_eq!(like("陈专员", None), None, "the name itself is asked about");
        assert_eq!(
            like("陈专员", Some("member/new")).as_deref(),
            Some("member/chen")
        );
        assert_eq!(like("陈专员", Some("member/chen")), None);
        assert_eq!(like("赵专员", None), None);
        assert_eq!(like("\u{200B}", None), None);
    }

    #[test]
    fn long_surnames_and_english_names_are_read_as_such() {
        assert_eq!(who("欧阳雪", None).as_deref(), Some("member/ou"));
        assert_eq!(who("欧主管", None), None);
        assert_eq!(who("Lily Wang", None).as_deref(), Some("member/wang"));
        assert_eq!(who("specialist wang", None).as_deref(), Some("member/wang"));
        assert_eq!(who("Lily Wong", None), None);
    }
}
