//! Parts of views, each of one type whatever it holds: the library's code for a type is made once.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A part of a view that follows what it reads. One type for every such part: the library's code for one is then
/// made once, which halves the program.
pub(in crate::ui) fn live<P: Piece>(mut part: impl FnMut() -> P + Send + 'static) -> LiveView {
    Box::new(move || part().piece())
}

/// A part that is there while something is so: drawn once, with what somebody does in it, however often what it depends
/// on changes.
pub(in crate::ui) fn when<P: Piece>(
    is: impl Fn() -> bool + Send + Sync + 'static,
    draw: impl Fn() -> P + Send + 'static,
) -> LiveView {
    let is = Memo::new(move |_| is());
    live(move || is.get().then(&draw))
}

/// What a part of a view can be. What may be absent and what comes in a list is one type each, whatever it holds.
pub(in crate::ui) trait Piece {
    /// The piece as the type that all pieces have.
    fn piece(self) -> AnyView;
}

impl<T> Piece for View<T>
where
    View<T>: IntoAny,
{
    fn piece(self) -> AnyView {
        self.into_any()
    }
}

impl<P: Piece> Piece for Option<P> {
    fn piece(self) -> AnyView {
        self.map_or_else(|| ().into_any(), Piece::piece)
    }
}

impl<P: Piece> Piece for Vec<P> {
    fn piece(self) -> AnyView {
        self.into_iter()
            .map(Piece::piece)
            .collect::<Vec<AnyView>>()
            .into_any()
    }
}

macro_rules! plain_pieces {
    ($($plain:ty),*) => { $(
        impl Piece for $plain {
            fn piece(self) -> AnyView {
                self.into_any()
            }
        }
    )* };
}

plain_pieces!(AnyView, String, &'static str, usize);

/// What a record is called, where it stands among others: two lines at most, all of it behind them.
pub(in crate::ui) fn title(text: String) -> AnyView {
    let whole = text.clone();
    view! { <span class="title" title=whole>{text}</span> }.into_any()
}

/// Whether what opens and shuts is open now.
pub(in crate::ui) fn has_unfolded(event: &web_sys::Event) -> bool {
    let target = event.current_target();
    let element = target.and_then(|one| one.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| element.has_attribute("open"))
}

/// What a button does. One type for every button, for the same reason.
pub(in crate::ui) fn press(mut act: impl FnMut() + 'static) -> Box<dyn FnMut(web_sys::MouseEvent)> {
    Box::new(move |_| act())
}

/// What is done on an event: one type for each kind of event.
pub(in crate::ui) fn on<E: 'static>(act: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(act)
}

/// See [`live`].
pub(in crate::ui) type LiveView = Box<dyn FnMut() -> AnyView + Send>;

/// A list in which what stays is not drawn anew: an entry is told by its key. One type for every such list.
pub(in crate::ui) fn list<T: Send + 'static>(
    items: impl Fn() -> Vec<T> + Send + 'static,
    key: fn(&T) -> String,
    draw: impl Fn(T) -> AnyView + Copy + Send + 'static,
) -> AnyView {
    let entry = move |item: T| ListEntry {
        key: key(&item),
        draw: Box::new(move || draw(item)),
    };
    entries(Box::new(move || items().into_iter().map(entry).collect()))
}

struct ListEntry {
    key: String,
    draw: Box<dyn FnOnce() -> AnyView + Send>,
}

fn entries(each: Box<dyn Fn() -> Vec<ListEntry> + Send>) -> AnyView {
    use leptos::prelude::{For, view};
    view! { <For each key=|entry: &ListEntry| entry.key.clone() children=|entry: ListEntry| (entry.draw)()/> }
        .into_any()
}

/// A sentence in which no day (`2026-03-05`) is parted at the end of a line.
pub(in crate::ui) fn with_whole_days(text: &str) -> AnyView {
    use leptos::prelude::{ClassAttribute, ElementChild, view};
    let mut parts: Vec<AnyView> = Vec::new();
    let mut rest = text;
    let next = |text: &str| {
        let mut places = text.char_indices().map(|(at, _)| at);
        places.find(|at| is_day(text.as_bytes(), *at))
    };
    while let Some(at) = next(rest) {
        let (before, from) = rest.split_at(at);
        let (day, after) = from.split_at(DAY);
        parts.push(before.to_owned().into_any());
        parts.push(view! { <span class="whole">{day.to_owned()}</span> }.into_any());
        rest = after;
    }
    parts.push(rest.to_owned().into_any());
    parts.into_any()
}

/// Bytes of a day.
const DAY: usize = 10;

fn is_day(text: &[u8], at: usize) -> bool {
    text.get(at..at + DAY).is_some_and(|day| {
        let mut all = day.iter().enumerate();
        all.all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    })
}
