//! Whoever presses what goes away, or takes away what has the focus, goes on from what stands in its place: the focus
//! never falls to the page. Where a screen gives it to something itself, this does nothing. Knows no list and no box.

use super::{dom, focus, keys, life, press_held};
use js_sys::Reflect;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// After so many milliseconds it is looked: the screen has given the focus by then to what it means to.
const SOON_MS: u64 = 60;
/// And once more: some things go away only when something else has arrived.
const LATER_MS: u64 = 300;
/// Keys that can take something away.
const KEYS: [&str; 5] = ["Enter", " ", "Escape", "Delete", "Backspace"];

/// What had the focus when something was pressed.
#[derive(Clone)]
struct HadFocus {
    element: HtmlElement,
    /// What it stood in, from the inside, each with the place among what stands there.
    around: Vec<(Element, usize)>,
    /// Whether a hand pressed it on the screen, where letters would call up a keyboard.
    by_hand: bool,
    /// The page on which it was: another one begins anew.
    page: String,
}

thread_local! {
    static HAD: RefCell<Option<HadFocus>> = const { RefCell::new(None) };
}

/// Watches what is pressed from now on.
pub(in crate::ui) fn watch() {
    press_held::before_all("click", |event| {
        let by_key = event
            .dyn_ref::<web_sys::MouseEvent>()
            .is_some_and(|mouse| mouse.detail() == 0);
        remember(!by_key);
    });
    press_held::before_all("keydown", |event: &Event| {
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
        if key.is_some_and(|key| KEYS.contains(&&*key)) {
            remember(false);
        }
    });
}

fn remember(by_hand: bool) {
    let had = dom::focused().filter(|_| !dom::has_no_focus());
    let had = had.map(|element| {
        let mut around = Vec::new();
        let mut inside: Element = element.clone().into();
        while let Some(outside) = inside.parent_element() {
            let before = std::iter::successors(
                inside.previous_element_sibling(),
                Element::previous_element_sibling,
            );
            around.push((outside.clone(), before.count()));
            inside = outside;
        }
        HadFocus {
            element,
            around,
            by_hand,
            page: page(),
        }
    });
    let is_any = had.is_some();
    HAD.set(had);
    if is_any {
        for later_ms in [SOON_MS, LATER_MS] {
            life::after(later_ms, true, |_| hand_on());
        }
    }
}

/// Gives the focus to what stands there now, if it fell to the page.
fn hand_on() {
    let had = HAD.with_borrow(Clone::clone);
    let is_lost = |had: &HadFocus| {
        dom::has_no_focus() && !can_have(&had.element, false) && had.page == page()
    };
    let Some(had) = had.filter(is_lost) else {
        return;
    };
    let here = had
        .around
        .iter()
        .filter(|(outside, _)| outside.is_connected());
    for (outside, at) in here {
        if matches!(&*outside.tag_name(), "MAIN" | "BODY") {
            return focus_page();
        }
        let children: Vec<Element> =
            std::iter::successors(outside.first_element_child(), Element::next_element_sibling)
                .collect();
        let (before, behind) = children.split_at(children.len().min(*at));
        let found = behind.iter().chain(before.iter().rev()).find_map(|one| {
            let mut all = std::iter::once(one.clone()).chain(focus::controls_in(one));
            all.find_map(|one| one.dyn_into().ok().filter(|one| can_have(one, had.by_hand)))
        });
        if let Some(element) = found {
            let _: Result<(), _> = element.focus();
            return;
        }
    }
}

/// The page itself takes the focus, and stays where it is scrolled to.
fn focus_page() {
    let Some(main) = leptos::prelude::document().get_element_by_id("main") else {
        return;
    };
    let stay = js_sys::Object::new();
    let _ = Reflect::set(&stay, &"preventScroll".into(), &true.into());
    let focus = Reflect::get(&main, &"focus".into()).ok();
    if let Some(focus) = focus.and_then(|focus| focus.dyn_into::<js_sys::Function>().ok()) {
        let _ = focus.call1(&main, &stay);
    }
}

/// The address within the program.
fn page() -> String {
    leptos::prelude::window()
        .location()
        .hash()
        .unwrap_or_default()
}

/// Whether an element is there, is seen and takes the focus; by hand, none in which letters are typed.
fn can_have(element: &HtmlElement, by_hand: bool) -> bool {
    element.is_connected()
        && element.offset_parent().is_some()
        && element.tab_index() >= 0
        && element.matches(focus::CONTROLS) == Ok(true)
        && element.matches(":disabled") == Ok(false)
        && !(by_hand && keys::is_text(element))
}
