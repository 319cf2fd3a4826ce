//! Lines that count only once a button says so: what is typed into them stays when their place goes, also when the
//! page is loaded anew, and whoever comes back is told that it is still to be noted. They are kept in this tab, for
//! the person who typed them: nobody else who says who they are finds them, and no file takes them along.

use super::context::Ui;
use super::focus;
use super::pieces::when;
use crate::state::Session;
use crate::ui::texts;
use leptos::prelude::*;

/// What is being said at a place of the open project: the same whenever it is asked for.
pub(in crate::ui) fn unsaid<T: Copy + 'static>(
    ui: Ui,
    session: Session,
    place: String,
    new: impl FnOnce() -> T,
) -> T {
    ui.unsaid.at(session.project(), place, new)
}

/// One line at a place, kept until it is said.
pub(in crate::ui) fn kept_line(ui: Ui, session: Session, place: &str) -> RwSignal<String> {
    let [line] = kept_lines(ui, session, place);
    line
}

/// Some lines at a place, kept until they are said.
pub(in crate::ui) fn kept_lines<const N: usize>(
    ui: Ui,
    session: Session,
    place: &str,
) -> [RwSignal<String>; N] {
    unsaid(ui, session, format!("lines/{place}"), || {
        let lines = std::array::from_fn(|_| RwSignal::new(String::new()));
        let put = move |letters: Vec<String>| put_letters(lines, letters);
        let read = move || lines.iter().map(RwSignal::get).collect();
        keep(ui, session, place, Box::new(read), Box::new(put));
        lines
    })
}

fn put_letters<const N: usize>(lines: [RwSignal<String>; N], letters: Vec<String>) {
    let letters = letters.into_iter().chain(std::iter::repeat(String::new()));
    for (line, letters) in lines.into_iter().zip(letters) {
        line.set(letters);
    }
}

/// What is typed now; watched. Empty letters, as many as there are, where nothing is.
type Letters = Box<dyn Fn() -> Vec<String>>;

/// Writes letters in place of what is typed; those that are not given are empty.
type PutLetters = Box<dyn Fn(Vec<String>)>;

/// Keeps letters in this tab for whoever types them, and writes them back where the page was loaded anew. When another
/// person says who they are, their own letters stand there; what was typed before anybody was named goes with the name.
pub(in crate::ui) fn keep(
    ui: Ui,
    session: Session,
    place: &str,
    letters: Letters,
    put: PutLetters,
) {
    let (project, store) = (session.project(), ui.store());
    let author = unsaid(ui, session, "whose".to_owned(), || {
        Memo::new(move |_| {
            session.watch(|_| ());
            session.author().unwrap_or_default()
        })
    });
    let name = {
        let place = place.to_owned();
        move |who: &str| format!("{place}/{who}")
    };
    let kept = {
        let (store, name) = (store.clone(), name.clone());
        move |who: &str| {
            let text = store.half_said(project, &name(who))?;
            serde_json::from_str::<Vec<String>>(&text).ok()
        }
    };
    let write = move |who: &str, letters: &[String]| {
        let is_any = letters.iter().any(|one| !one.is_empty());
        let text = is_any.then(|| serde_json::to_string(letters).unwrap_or_default());
        store.keep_half_said(project, &name(who), text.as_deref());
    };
    if let Some(found) = kept(&author.get_untracked()) {
        put(found);
    }
    Effect::new(move |before: Option<String>| {
        let (who, letters) = (author.get(), letters());
        let before = before.unwrap_or_else(|| who.clone());
        if before == who {
            write(&who, &letters);
        } else if before.is_empty() {
            write(&before, &[]);
            write(&who, &letters);
        } else {
            put(kept(&who).unwrap_or_default());
        }
        who
    });
}

/// Lines that open with a button and close when they are noted or given up.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Composer<const N: usize> {
    is_open: RwSignal<bool>,
    is_resumed: RwSignal<bool>,
    /// The letters of each line.
    pub(in crate::ui) lines: [RwSignal<String>; N],
}

impl<const N: usize> Composer<N> {
    /// The one at that place; open where somebody left it half said.
    pub(in crate::ui) fn at(ui: Ui, session: Session, place: String) -> Self {
        let kept = format!("composer/{place}");
        let one = unsaid(ui, session, place, || {
            let one = Self {
                is_open: RwSignal::new(false),
                is_resumed: RwSignal::new(false),
                lines: std::array::from_fn(|_| RwSignal::new(String::new())),
            };
            let read = move || one.lines.iter().map(RwSignal::get).collect();
            let put = move |letters| {
                put_letters(one.lines, letters);
                one.is_open.set(true);
                one.resume();
            };
            keep(ui, session, &kept, Box::new(read), Box::new(put));
            one
        });
        one.resume();
        one
    }

    /// Stays open only where something is half said.
    fn resume(self) {
        let is_begun = self.is_open.get_untracked() && self.is_begun();
        self.is_open.set(is_begun);
        self.is_resumed.set(is_begun);
    }

    /// Whether it is open; watched.
    pub(in crate::ui) fn is_open(self) -> bool {
        self.is_open.get()
    }

    /// Opens it with these letters, unless some stand there.
    pub(in crate::ui) fn begin(self, letters: [String; N]) {
        if !self.is_begun() {
            put_letters(self.lines, letters.into());
        }
        focus::go_into_what_opens();
        self.is_open.set(true);
    }

    /// It is noted or given up.
    pub(in crate::ui) fn end(self) {
        self.is_open.set(false);
        self.is_resumed.set(false);
        put_letters(self.lines, Vec::new());
    }

    fn is_begun(self) -> bool {
        let has_letters =
            |line: &RwSignal<String>| line.with_untracked(|text| !text.trim().is_empty());
        self.lines.iter().any(has_letters)
    }

    /// Says that it was left half said, as long as it stands there so.
    pub(in crate::ui) fn still_here(self, ui: Ui) -> impl IntoView + use<N> {
        still_here(ui, self.is_resumed)
    }
}

/// Says of what one comes back to that it is not noted yet.
pub(in crate::ui) fn still_here(ui: Ui, is_resumed: RwSignal<bool>) -> impl IntoView {
    when(
        move || is_resumed.get(),
        move || {
            view! {
                <span class="hint" role="status" data-testid="half-said">{ui.t(texts::forms::HALF_SAID)}</span>
            }
        },
    )
}
