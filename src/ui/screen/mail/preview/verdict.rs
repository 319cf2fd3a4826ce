//! The first sentences over what came: what it replaces, what is signed by somebody else, what differs. Each is said
//! only where it is true of the files that are taken.

use super::gone;
use super::outlook::Outlook;
use super::shown::Shown;
use super::whose::Whose;
use crate::exchange::Preview;
use crate::exchange::preview::{Signature, Stake, Weight};
use crate::model::template::Label;
use crate::state::Session;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// What taking means, in a few sentences, warnings marked.
#[component]
pub(super) fn Verdict(shown: Shown) -> impl IntoView {
    let (ui, session) = (shown.ui, shown.session);
    let lines = move || {
        shown.with_whose(|whose| {
            let preview = whose.preview;
            let is_unread = session.is_some_and(|session| session.is_unread());
            let all = match preview.is_contained() {
                true => vec![(nothing_new(ui, session, preview), false)],
                false if preview.begins_empty() => {
                    vec![(ui.text(texts::mail::NOTHING_TO_TAKE).to_owned(), true)]
                }
                false => shown
                    .outlook
                    .with(|outlook| sentences(whose, outlook, is_unread)),
            };
            let line = |(at, (text, is_warning)): (usize, (String, bool))| {
                view! { <p class:lead=at == 0 class:warns=is_warning>{text}</p> }
            };
            all.into_iter().enumerate().map(line).collect::<Vec<_>>()
        })
    };
    view! { <div class="verdict" data-testid="verdict">{live(lines)}</div> }
}

/// That nothing comes, as far as this copy was read, and whether all of it is also to be seen.
fn nothing_new(ui: Ui, session: Option<Session>, preview: &Preview) -> String {
    let label = match session {
        Some(session) if session.is_unread() => texts::mail::NOTHING_NEW_READ,
        Some(session) if gone::is_any(preview, session) => texts::mail::NOTHING_NEW_BUT,
        _ => texts::mail::NOTHING_NEW,
    };
    ui.text(label).to_owned()
}

/// Each sentence, and whether it warns.
fn sentences(whose: &Whose<'_>, outlook: &Outlook, is_unread: bool) -> Vec<(String, bool)> {
    let (ui, preview) = (whose.ui, whose.preview);
    let mut all: Vec<(String, bool)> = Vec::new();
    let mut say = |label: Label, is_so: &dyn Fn(&Stake) -> bool| {
        let stakes: Vec<&Stake> = outlook.stakes.iter().filter(|stake| is_so(stake)).collect();
        if !stakes.is_empty() {
            let files = stakes.iter().flat_map(|stake| stake.files.iter().copied());
            let places = [
                ("n", stakes.len().to_string()),
                ("what", what(ui, &stakes)),
                ("whose", whose.files(files)),
            ];
            let places = places.each_ref().map(|(key, text)| (*key, text.as_str()));
            all.push((ui.fill(label, &places), true));
        }
    };
    say(texts::mail::REPLACES_N, &|stake| stake.replaces);
    say(texts::mail::AS_YOU_N, &|stake| {
        stake.signature == Signature::You
    });
    say(texts::mail::ANOTHERS_WORD_N, &|stake| {
        stake.is_anothers_word
    });
    say(texts::mail::FOR_YOU_N, &|stake| {
        stake.is_for_you && !stake.is_anothers_word
    });
    say(texts::mail::UNENTITLED_N, &|stake| stake.is_unentitled);
    say(texts::mail::IN_ANOTHERS_NAME_N, &|stake| {
        let is_told = stake.is_anothers_word || stake.is_unentitled;
        stake.binds && stake.signature == Signature::Another && !is_told
    });
    let differ = outlook.differ.to_string();
    let differ = [("n", differ.as_str())];
    let replaces = outlook.stakes.iter().any(|stake| stake.replaces);
    let (label, is_warning) = match (preview.is_first, replaces, outlook.differ > 0) {
        (true, ..) => (texts::mail::FIRST_ARRIVAL, false),
        (_, true, true) => {
            all.push((ui.fill(texts::mail::DIFFER_N, &differ), false));
            return all;
        }
        (_, true, false) => return all,
        _ if is_unread => (texts::mail::COMPARED_IN_PART, true),
        (_, false, true) => (texts::mail::NO_OVERWRITE_N, false),
        (_, false, false) => (texts::mail::NO_OVERWRITE, false),
    };
    all.insert(0, (ui.fill(label, &differ), is_warning));
    all
}

/// Deletions: 2, states: 1.
fn what(ui: Ui, stakes: &[&Stake]) -> String {
    let parts = Weight::ALL.into_iter().filter_map(|weight| {
        let count = stakes.iter().filter(|stake| stake.weight == weight).count();
        let places = [("what", ui.text(label(weight))), ("n", &*count.to_string())];
        (count > 0).then(|| ui.fill(texts::mail::PART_OF_N, &places))
    });
    let parts: Vec<String> = parts.collect();
    parts.join(ui.text(texts::LIST_SEPARATOR))
}

/// What a sort of change is called.
pub(super) const fn label(weight: Weight) -> Label {
    match weight {
        Weight::Deleted => texts::mail::WEIGHT_DELETED,
        Weight::Restored => texts::mail::WEIGHT_RESTORED,
        Weight::State => texts::mail::WEIGHT_STATE,
        Weight::Setting => texts::mail::WEIGHT_SETTING,
        Weight::Role => texts::mail::WEIGHT_ROLE,
        Weight::Word => texts::mail::WEIGHT_WORD,
        Weight::Decision => texts::mail::WEIGHT_DECISION,
        Weight::Original => texts::mail::WEIGHT_ORIGINAL,
        Weight::Content => texts::mail::WEIGHT_CONTENT,
        Weight::Place => texts::mail::WEIGHT_PLACE,
    }
}
