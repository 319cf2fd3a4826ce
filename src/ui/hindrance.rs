//! Why a step is not for this person, or not yet, and who takes it (G-10). Knows no component.

use crate::analysis::Hindrance;
use crate::analysis::words::names::{names_joined, short_name};
use crate::model::template::Lang;
use crate::model::{Log, RecordId};
use crate::templates::SCHEMA;
use crate::ui::texts::{self, fill, in_sentence};

/// The sentence for a person.
pub fn withheld_text(log: &Log, record: &RecordId, why: &Hindrance, lang: Lang) -> String {
    let counted = |label, n: u32| fill(label, lang, &[("n", &n.to_string())]);
    match why {
        Hindrance::NobodyChosen => texts::boards::SAY_WHO.text(lang).to_owned(),
        Hindrance::Others(people) => {
            let who = names_of(log, people, lang);
            fill(texts::boards::OTHERS_DO, lang, &[("who", &who)])
        }
        Hindrance::NotYou(key, people) => {
            let field = SCHEMA
                .template(record.kind())
                .and_then(|one| one.field(key));
            let label = field.map_or_else(String::new, |field| in_sentence(field.label, lang));
            let who = names_of(log, people, lang);
            let places = [("label", &*label), ("who", &*who)];
            fill(texts::boards::NOT_YOU, lang, &places)
        }
        Hindrance::TooOften(times) => counted(texts::forms::TOO_OFTEN, *times),
        Hindrance::Held(guard) => guard.says.map_or_else(String::new, |says| {
            fill(says, lang, &[("n", &guard.n.to_string())])
        }),
    }
}

fn names_of(log: &Log, people: &[RecordId], lang: Lang) -> String {
    match people {
        [] => texts::forms::WHOEVER.text(lang).to_owned(),
        people => names_joined(people, |person| short_name(log, person, lang), lang),
    }
}
