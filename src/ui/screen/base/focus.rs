//! Where the focus goes among lines that come and go, and what is written as it leaves.

use super::dom::{self, focused, has_no_focus};
use super::{keys, life};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Focuses what stands so many places behind the element of an event, among those that a selector finds around it.
pub(in crate::ui) fn focus_beside(event: &web_sys::Event, around: &str, selector: &str, by: i32) {
    let here = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let around = here
        .as_ref()
        .and_then(|here| here.closest(around).ok())
        .flatten();
    let all = around.map_or_else(js_sys::Array::new, |around| all_in(&around, selector));
    let node = |at: u32| all.get(at).dyn_into::<HtmlElement>().ok();
    let is_here = |at: &u32| node(*at).map(Element::from) == here;
    let place = (0..all.length()).find(is_here);
    let next = place.and_then(|place| place.checked_add_signed(by));
    if let Some(element) = next.and_then(node) {
        let _ = element.focus();
    }
}

/// Everything inside an element that a selector finds.
fn all_in(around: &Element, selector: &str) -> js_sys::Array {
    let find = js_sys::Reflect::get(around, &"querySelectorAll".into());
    let find = find
        .ok()
        .and_then(|find| find.dyn_into::<js_sys::Function>().ok());
    let found = find.and_then(|find| find.call1(around, &selector.into()).ok());
    found.map_or_else(js_sys::Array::new, |found| js_sys::Array::from(&found))
}

/// What inside an element takes the focus.
pub(super) fn controls_in(around: &Element) -> impl Iterator<Item = Element> {
    let all = all_in(around, CONTROLS);
    (0..all.length()).filter_map(move |at| all.get(at).dyn_into().ok())
}

/// Does what may take away the line of a list that has the focus: it then goes to what stands in its place, or behind
/// the table that has no line left.
pub(in crate::ui) fn hand_on_focus(line: &str, act: impl FnOnce()) {
    let line = focused().and_then(|button| button.closest(line).ok().flatten());
    let beside = line.map(|line| Beside {
        list: line.parent_element(),
        before: line.previous_element_sibling(),
        after: line.next_element_sibling(),
    });
    act();
    if let Some(beside) = beside {
        life::then_at_next_frame(beside, Beside::take_focus);
    }
}

/// Gives the focus back to what had it, once what lay over it is gone; to the page where that is gone too. Not where
/// something else has it meanwhile.
pub(in crate::ui) fn hand_back_focus(to: HtmlElement) {
    life::then_at_next_frame(to, |to| {
        if has_no_focus() && (!to.is_connected() || to.focus().is_err() || has_no_focus()) {
            dom::focus_soon("main".into());
        }
    });
}

impl life::Lasting for HtmlElement {}

/// What takes the focus by itself.
pub(super) const CONTROLS: &str =
    "a[href], button, input, select, textarea, summary, [tabindex='0']";

/// What stood around a line of a list.
struct Beside {
    list: Option<Element>,
    before: Option<Element>,
    after: Option<Element>,
}

impl life::Lasting for Beside {}

impl Beside {
    /// Unless something has it.
    fn take_focus(self) {
        let is_here = |element: &Element| element.is_connected();
        let before = self.before.filter(is_here);
        let behind = before.and_then(|before| before.next_element_sibling().or(Some(before)));
        let found = behind.or(self.after.filter(is_here)).or_else(|| {
            let list = self.list.filter(is_here)?;
            let last = list.last_element_child();
            last.or_else(|| list.closest("table").ok()??.next_element_sibling())
        });
        let Some(found) = found.filter(|_| has_no_focus()) else {
            return;
        };
        let inside = match found.matches(CONTROLS) {
            Ok(true) => Some(found.clone()),
            _ => found.query_selector(CONTROLS).ok().flatten(),
        };
        if inside.is_none() && !found.has_attribute("tabindex") {
            let _ = found.set_attribute("tabindex", "-1");
        }
        if let Ok(element) = inside.unwrap_or(found).dyn_into::<HtmlElement>() {
            let _ = element.focus();
        }
    }
}

/// So far around a button lies what it opens.
const NEAR: usize = 4;

/// The lines and lists in which something is said there.
fn lines_in(around: &Element) -> Vec<HtmlElement> {
    let all = controls_in(around).filter_map(|one| one.dyn_into::<HtmlElement>().ok());
    all.filter(|one| keys::is_text(one) || keys::is_list(one))
        .collect()
}

/// Whoever opens lines with a button goes on in the first of them; said before they open.
pub(in crate::ui) fn go_into_what_opens() {
    let Some(opener) = focused().filter(|_| !has_no_focus()) else {
        return;
    };
    let around = std::iter::successors(opener.parent_element(), |one| one.parent_element());
    let around: Option<HtmlElement> = around.take(NEAR).last().and_then(|one| one.dyn_into().ok());
    let Some(around) = around else { return };
    let before = lines_in(&around);
    life::then_at_next_frame((around, before), |(around, before)| {
        let is_in_line = focused().is_some_and(|one| keys::is_text(&one) || keys::is_list(&one));
        let mut opened = lines_in(&around).into_iter().filter(|_| !is_in_line);
        if let Some(line) = opened.find(|one| !before.contains(one)) {
            let _: Result<(), _> = line.focus();
        }
    });
}

/// The page goes, or all is to be saved: what counts on leaving counts now; where the page goes, the line in which
/// letters are typed is left as a click elsewhere leaves it.
pub(in crate::ui) fn end_line(event: &str) {
    match event {
        "pagehide" => leave_line(),
        "hepai-save" => write_what_is_left(),
        _ => {}
    }
}

fn leave_line() {
    write_what_is_left();
    let takes_letters =
        |element: &HtmlElement| matches!(&*element.tag_name(), "INPUT" | "TEXTAREA");
    if let Some(line) = focused().filter(takes_letters) {
        let _ = line.blur();
    }
}

/// What is written when its control is left is written, and the control keeps the focus.
pub(super) fn write_what_is_left() {
    let Some(element) = focused().filter(|element| element.has_attribute("data-when-left")) else {
        return;
    };
    if let Ok(event) = web_sys::Event::new("change") {
        event.init_event_with_bubbles("change", true);
        let _ = element.dispatch_event(&event);
    }
}
