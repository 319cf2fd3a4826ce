//! What was not sent yet, said in the bar over every page.

use crate::analysis::words::names::{names_joined, short_name};
use crate::model::RecordId;
use crate::model::template::Label;
use crate::state::{Page, Route, SentWord, Session};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::pages::sample;
use crate::ui::texts;
use leptos::prelude::*;

/// ↑ n 处还没发出: saved is not sent.
#[component]
pub(in crate::ui) fn Unsent() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let figures = figures();
    let is_counted = Memo::new(move |_| figures.version() > 0);
    let counts = figures.counts();
    let count = Memo::new(move |_| counts.with(|counts| counts.unsent));
    let word = Memo::new(move |_| counts.with(|counts| counts.sent.clone()));
    let href = Route::Project(session.project(), Page::Exchange).to_string();
    let text = move || match is_counted.get() {
        false => String::new(),
        true if session.is_unread() => ui.text(texts::frame::UNREAD_SHORT).to_owned(),
        true if sample::is_sample(session) => ui.text(texts::mail::SAMPLE_NOT_SENT).to_owned(),
        true => said(ui, session, &word.get()),
    };
    let is_quiet = move || count.get() == 0 || sample::is_sample(session);
    view! {
        <a class="unsent" data-testid="unsent" data-quiet=move || is_quiet().to_string()
            data-count=move || is_counted.get().then(|| count.get().to_string()) href=href title=text
            aria-hidden=move || (!is_counted.get()).then_some("true")
            tabindex=move || (!is_counted.get()).then_some("-1")>
            {text}
        </a>
    }
}

fn said(ui: Ui, session: Session, word: &SentWord) -> String {
    match word {
        SentWord::Unread => ui.text(texts::frame::UNREAD_SHORT).to_owned(),
        SentWord::Fresh => ui.text(texts::mail::FRESH).to_owned(),
        SentWord::Unsent(n) => ui.fill(texts::mail::NOT_SENT, &[("n", &n.to_string())]),
        SentWord::Nothing => ui.text(texts::mail::NOTHING_TO_SEND).to_owned(),
        SentWord::All => ui.text(texts::frame::ALL_SENT).to_owned(),
        SentWord::Partly {
            given,
            others,
            lacks,
            least,
        } => {
            let label = match given.is_empty() {
                true => texts::mail::GIVEN_NOBODY_ALL,
                false => texts::mail::GIVEN_PARTLY,
            };
            let names = names_of(ui, session, given);
            let (others, n, least) = (others.to_string(), lacks.to_string(), least.to_string());
            let places = [("n", &*n), ("least", &*least)];
            let lacks = ui.fill(lacks_label(others == "1", least == n), &places);
            let places = [("names", &*names), ("others", &*others), ("lacks", &*lacks)];
            ui.fill(label, &places)
        }
    }
}

/// What they lack: of one or of all alike how much, else from the least to the most, as each is told beside their name.
const fn lacks_label(is_one: bool, are_alike: bool) -> Label {
    match (is_one, are_alike) {
        (true, _) => texts::mail::LACK_OF_ONE,
        (_, true) => texts::mail::LACK_ALIKE,
        (_, false) => texts::mail::LACK_FROM_TO,
    }
}

/// The names of two; of more the first and how many they are.
fn names_of(ui: Ui, session: Session, people: &[RecordId]) -> String {
    let lang = ui.lang.get();
    let named: Vec<String> = session.read(|log| {
        let names = people
            .iter()
            .take(2)
            .map(|member| short_name(log, member, lang));
        names.collect()
    });
    if people.len() > 2 {
        let n = people.len().to_string();
        return ui.fill(texts::AND_OTHERS, &[("name", &named[0]), ("n", &n)]);
    }
    names_joined(&named, String::clone, lang)
}
