//! Which difference is open, and where one goes from it: by button, by key, after a decision.

use super::title::title_of;
use crate::analysis::inbox::agenda::{self, Coming, Point, next_meeting};
use crate::analysis::inbox::differences;
use crate::analysis::people::who::People;
use crate::model::log::ConflictPlace;
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::state::Session;
use crate::templates::charter;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom;
use crate::ui::screen::base::life;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::mail::attribution::{Said, meeting_when};
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// So many differences stay in the page whosever are shown.
const FEW: usize = 50;

/// Where on the page the difference is that keys work on.
const OPEN: &str = "[data-testid=conflict][data-current=true]";

/// The differences of a project as one goes through them.
#[derive(Clone, Copy)]
pub(super) struct Walkthrough {
    session: Session,
    pub(super) places: Memo<Vec<ConflictPlace>>,
    /// Who wrote the values of each: the person, where it is one.
    pub(super) writers: Memo<Vec<Vec<String>>>,
    /// Only the differences of this person; "" for all.
    pub(super) person: RwSignal<String>,
    /// Those of the person chosen.
    pub(super) shown: Memo<Vec<ConflictPlace>>,
    /// The same, and behind them those of others that are kept in the page.
    pub(super) listed: Memo<Vec<ConflictPlace>>,
    /// Which of them is open.
    pub(super) position: Memo<usize>,
    /// Which of them are drawn; the open one always is.
    pub(super) window: Window,
    /// What the people of the project are called, read once for all.
    pub(super) said: Memo<Arc<Said>>,
    /// The differences that are on the agenda of a meeting to come, each with that meeting.
    pub(super) ahead: Memo<BTreeMap<ConflictPlace, Option<RecordId>>>,
    /// The next meeting.
    pub(super) coming: Memo<Option<Coming>>,
    current: RwSignal<Option<ConflictPlace>>,
    at: RwSignal<usize>,
}

/// Who wrote the values of each difference: the person, where it is one, or the name as it is signed.
fn writers_of(log: &Log, places: &[ConflictPlace]) -> Vec<Vec<String>> {
    let people = People::shared(&Form::new(log, charter::record()));
    let person = |author: String| {
        let person = people.author(&author);
        person.map_or(author, |person| person.to_string())
    };
    let of = |place| differences::writers(log, place).into_iter().map(person);
    places.iter().map(|place| of(place).collect()).collect()
}

/// The differences that a person has a part in; all where it is nobody, and where the last one of a person is settled.
fn of_person(
    person: &str,
    places: &[ConflictPlace],
    writers: &[Vec<String>],
) -> Vec<ConflictPlace> {
    let is_theirs = |of: &[String]| person.is_empty() || of.iter().any(|one| one == person);
    let all = places.iter().zip(writers);
    let theirs = all.filter(|(_, of)| is_theirs(of));
    let theirs: Vec<ConflictPlace> = theirs.map(|(place, _)| place.clone()).collect();
    if theirs.is_empty() {
        return places.to_vec();
    }
    theirs
}

impl Walkthrough {
    /// The differences of a project, the first one open.
    pub(super) fn new(session: Session) -> Self {
        let places = Memo::new(move |_| session.watch(differences::open));
        let writers = Memo::new(move |_| {
            let places = places.get();
            session.watch(|log| writers_of(log, &places))
        });
        let person = RwSignal::new(String::new());
        let shown = Memo::new(move |_| of_person(&person.get(), &places.get(), &writers.get()));
        // Those of others stay behind them while they are few, with what was begun in them.
        let listed = Memo::new(move |_| {
            let mut listed = shown.get();
            let all = places.get();
            if all.len() <= FEW {
                let others = all.into_iter().filter(|place| !listed.contains(place));
                let others: Vec<ConflictPlace> = others.collect();
                listed.extend(others);
            }
            listed
        });
        let current = RwSignal::new(None::<ConflictPlace>);
        let at = RwSignal::new(0);
        let position = Memo::new(move |_| {
            shown.with(|shown| {
                let wanted = current.get();
                let found = wanted.and_then(|wanted| shown.iter().position(|one| *one == wanted));
                found.unwrap_or_else(|| at.get().min(shown.len().saturating_sub(1)))
            })
        });
        let window = Window::of_rows(Within::Page);
        Effect::new(move |_| window.reveal(position.get()));
        let ui = ui();
        let said = Memo::new_with_compare(
            move |_| Arc::new(session.watch(|_| Said::of(ui, Some(session), &[]))),
            |_, _| true,
        );
        let ahead = Memo::new(move |_| {
            let points = session.watch(|log| agenda::points(log, session.now()));
            let ahead = points.into_iter().filter(|point| point.is_ahead).rev();
            let placed = ahead.map(|Point { place, meeting, .. }| (place, meeting));
            placed.collect()
        });
        let coming = Memo::new(move |_| session.watch(|log| next_meeting(log, session.now())));
        Self {
            session,
            places,
            writers,
            person,
            shown,
            listed,
            position,
            window,
            said,
            ahead,
            coming,
            current,
            at,
        }
    }

    /// How many are open.
    pub(super) fn count(self) -> usize {
        self.places.with(Vec::len)
    }

    /// Where a difference stands among those shown; nothing where it is of others.
    pub(super) fn place_of(self, place: &ConflictPlace) -> Option<usize> {
        self.shown
            .with(|shown| shown.iter().position(|one| one == place))
    }

    /// Makes a difference the one that keys work on.
    pub(super) fn open(self, place: &ConflictPlace) {
        let at = untrack(|| self.place_of(place)).unwrap_or_default();
        self.at.set(at);
        self.current.set(Some(place.clone()));
    }

    /// The next or the previous one, round and round.
    pub(super) fn step(self, forward: bool) {
        let count = self.shown.with_untracked(Vec::len);
        if count == 0 {
            return;
        }
        let at = self.position.get_untracked();
        let to = if forward { at + 1 } else { at + count - 1 } % count;
        let place = self.shown.with_untracked(|shown| shown[to].clone());
        self.open(&place);
        focus_open();
    }

    /// The open one is settled: the next one takes its place.
    pub(super) fn settled(self) {
        self.at.set(self.position.get_untracked());
        focus_open();
    }

    /// Puts differences on the agenda of the next meeting, and says where they are now.
    pub(super) fn put_on_agenda(self, ui: Ui, places: &[ConflictPlace]) {
        let (session, lang) = (self.session, ui.lang.get_untracked());
        let titled: Vec<(ConflictPlace, String)> = session.read(|log| {
            let title = |place: &ConflictPlace| {
                let title = texts::fill(
                    texts::decide::AGENDA_TITLE,
                    lang,
                    &[("what", &title_of(log, place, lang))],
                );
                title.chars().take(80).collect()
            };
            places
                .iter()
                .map(|place| (place.clone(), title(place)))
                .collect()
        });
        let coming = session.read(|log| next_meeting(log, session.now()));
        session.put_on_agenda(&titled);
        let text = match coming {
            Some(coming) => {
                let when = meeting_when(&coming, lang, session.now().date_naive());
                let name = session.read(|log| {
                    crate::analysis::words::names::short_name(log, &coming.meeting, lang)
                });
                let where_to = format!("{name} {when}");
                texts::fill(
                    texts::decide::ON_AGENDA_OF,
                    lang,
                    &[("meeting", where_to.trim())],
                )
            }
            None => texts::decide::ON_AGENDA_FREE.text(lang).to_owned(),
        };
        ui.notices.done(session, text, "undo-agenda");
    }

    /// Number keys choose among the values of the open one, Enter decides; not while letters are typed.
    pub(super) fn listen(self) {
        life::hear(leptos::ev::keydown, move |event| {
            let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
            if !is_plain || event.is_composing() || dom::takes_letters(&event) {
                return;
            }
            let key = event.key();
            let is_number = key.len() == 1 && ("1"..="9").contains(&&*key);
            if is_number && dom::push(&format!("{OPEN} [data-nth=\"{key}\"]")) {
                event.prevent_default();
                // A new value is written at once.
                let option = format!("{OPEN} input[data-nth=\"{key}\"]");
                dom::focus_soon(format!(
                    "{option}[data-testid=option-new] ~ * [data-testid=new-value], {option}"
                ));
            } else if key == "Enter" && ["BODY", "MAIN"].contains(&&*dom::tag_of(&event)) {
                dom::push(&format!("{OPEN} [data-testid=decide]"));
            }
        });
    }
}

/// The choice of the open one, or the page where none is left.
fn focus_open() {
    dom::focus_soon(format!(
        "{OPEN} input:checked, {OPEN} input[type=radio], main"
    ));
}
