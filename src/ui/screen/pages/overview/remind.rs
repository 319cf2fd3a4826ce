//! 催: whoever must act next of a thing that matters, and the text that reminds them; a person sends it.

use super::matter_words::{MatterWords, short};
use crate::analysis::next_people;
use crate::analysis::standing::matters::{Matter, NextMove};
use crate::analysis::words::names::{names_joined, record_name, short_name};
use crate::model::{Log, RecordId};
use crate::state::Session;
use crate::ui::letter;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::pages::replies::plain_sending;
use crate::ui::texts;

/// Those who are asked again; nobody where it is one's own turn, or open whose it is.
pub(super) fn asked_again(log: &Log, me: Option<&RecordId>, matter: &Matter) -> Vec<RecordId> {
    let mut asked = match &matter.next {
        // Whoever waits can do nothing; the issue's people can.
        NextMove::WaitFor(issue) => next_people(log, issue, None),
        _ => matter.who.clone(),
    };
    asked.retain(|one| Some(one) != me);
    asked
}

/// The text that reminds them.
pub(super) fn reminder(
    ui: Ui,
    session: Session,
    matter: &Matter,
    asked: &[RecordId],
    line: &MatterWords,
) -> String {
    let sending = plain_sending(ui, session);
    let lang = sending.lang;
    session.read(|log| {
        if matter.next == NextMove::Answer {
            return letter::remind_of_decision(log, &sending, &matter.record);
        }
        let names = names_joined(asked, |one| short_name(log, one, lang), lang);
        let what = [("name", &*line.name), ("trouble", &*line.trouble)];
        let what = ui.fill(texts::standing::REMIND_LINE, &what);
        let next = match &matter.next {
            NextMove::Promised(day) => {
                ui.fill(texts::standing::REMIND_PROMISED, &[("day", &short(*day))])
            }
            NextMove::WaitFor(issue) => {
                let name = record_name(log, issue, lang);
                ui.fill(texts::standing::REMIND_NEXT, &[("what", &name)])
            }
            _ => ui.fill(texts::standing::REMIND_NEXT, &[("what", &line.what)]),
        };
        letter::remind_of_matter(&sending, &names, [&what, &next, &line.effect])
    })
}
