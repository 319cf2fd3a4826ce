//! Where the messages stand: at the lower edge, or above it where they would lie on what is worked in or pressed there.

use crate::ui::screen::base::life;
use crate::ui::screen::base::notices::Notice;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// How high over the lower edge of the window the messages stand.
#[derive(Clone, Copy)]
pub(super) struct NoticePlace {
    pub(super) element: NodeRef<html::Div>,
    rise_px: RwSignal<i32>,
    look: StoredValue<Look>,
    is_watching: StoredValue<bool>,
}

/// Whether this frame has had its look at the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Look {
    #[default]
    Free,
    /// It was looked; what happens until the next frame is looked at with that.
    Taken,
    /// And something has happened since.
    Wanted,
}

/// The least distance from the edge, as `--s4`.
const LEAST_PX: i32 = 16;
/// From one place that is tried to the next.
const STEP_PX: i32 = 24;
/// From one point that is looked at to the next: no button is narrower.
const POINT_PX: usize = 16;

/// What is never lain on if any other place is left: what is pressed or read at any time, and the row or the field
/// somebody is in.
const WORKED_IN: &str = "button, a, summary, .top, .rail, .tabs, .reply-bar, :focus, tr:focus-within, \
                         label:focus-within, tr[data-active=true]";
/// What is rather not lain on.
const READ: &str = ".sheet-label, input, select, textarea";

impl NoticePlace {
    pub(super) fn new() -> Self {
        Self {
            element: NodeRef::new(),
            rise_px: RwSignal::new(LEAST_PX),
            look: StoredValue::default(),
            is_watching: StoredValue::new(false),
        }
    }

    /// As CSS has it.
    pub(super) fn css(self) -> impl Fn() -> String + Clone {
        move || format!("{}px", self.rise_px.get())
    }

    /// Looks at the page at once, and for all that happens within the same frame once more, with the next.
    fn look(self) {
        if self.look.get_value() != Look::Free {
            self.look.set_value(Look::Wanted);
            return;
        }
        self.look.set_value(Look::Taken);
        self.choose();
        life::next_frame(move || {
            let was_wanted = self.look.get_value() == Look::Wanted;
            self.look.set_value(Look::Free);
            if was_wanted {
                self.choose();
            }
        });
    }

    /// Looks once a second as long as they are there: parts of a page also come by themselves.
    fn go_on(self, shown: RwSignal<Vec<Notice>>) {
        if self.is_watching.get_value() {
            return;
        }
        self.is_watching.set_value(true);
        life::each_second(move || {
            let is_any = shown.with_untracked(|shown| !shown.is_empty());
            if is_any {
                self.choose();
            }
            self.is_watching.set_value(is_any);
            is_any
        });
    }

    /// Whether they stand at the height of what has got the focus, or of the row it is in.
    fn is_beside(self, event: &web_sys::Event) -> bool {
        let focused = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let (Some(focused), Some(list)) = (focused, self.element.get_untracked()) else {
            return true;
        };
        let row = focused.closest("tr, label").ok().flatten();
        let (one, list) = (
            row.unwrap_or(focused).get_bounding_client_rect(),
            list.get_bounding_client_rect(),
        );
        one.bottom() > list.top() && one.top() < list.bottom()
    }

    /// Goes elsewhere where they lie on what matters.
    fn choose(self) {
        let Some(list) = self.element.get_untracked() else {
            return;
        };
        let height = window().inner_height().ok().and_then(|px| px.as_f64());
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
        let view_px = height.unwrap_or_default() as i32;
        let (left, right) = (list.offset_left(), list.offset_left() + list.offset_width());
        let needed = list.offset_height() / STEP_PX + 1;
        let weigh = |step: i32| -> u32 {
            let y = view_px - LEAST_PX - step * STEP_PX - STEP_PX / 2;
            (left..right).step_by(POINT_PX).map(|x| weight(x, y)).sum()
        };
        let now = (self.rise_px.get_untracked() - LEAST_PX) / STEP_PX;
        if needed <= 1 || (now..now + needed).map(weigh).sum::<u32>() == 0 {
            return;
        }
        let steps: Vec<u32> = (0..(view_px - LEAST_PX) / STEP_PX).map(weigh).collect();
        let needed = usize::try_from(needed).unwrap_or_default();
        let places = steps.windows(needed).map(|under| under.iter().sum::<u32>());
        let best = (0..).zip(places).min_by_key(|(_, weight)| *weight);
        if let Some((step, _)) = best {
            self.rise_px.set(LEAST_PX + step * STEP_PX);
        }
    }
}

/// How much it matters what lies under the messages at a point.
fn weight(x: i32, y: i32) -> u32 {
    #[expect(clippy::cast_precision_loss, reason = "pixels of a window")]
    let (x, y) = (x as f32, y as f32);
    let is_in =
        |one: &web_sys::Element, selector| one.closest(selector).is_ok_and(|found| found.is_some());
    let is_page = |one: &web_sys::Element| !is_in(one, ".notices");
    let first = document().element_from_point(x, y);
    // Only where they stand now there is something under what is topmost.
    let topmost = first.filter(is_page).or_else(|| {
        let under = document().elements_from_point(x, y);
        let under = under.iter().filter_map(|one| one.dyn_into().ok());
        under.into_iter().find(is_page)
    });
    match topmost {
        Some(one) if is_in(&one, WORKED_IN) => 20,
        Some(one) if is_in(&one, READ) => 1,
        _ => 0,
    }
}

/// Looks for another place whenever messages come or the page under them may have moved.
pub(super) fn watch_place(place: NoticePlace, shown: RwSignal<Vec<Notice>>) {
    Effect::new(move |_| {
        place.look.set_value(Look::Free);
        if shown.with(Vec::is_empty) {
            place.rise_px.set(LEAST_PX);
        } else {
            life::next_frame(move || place.choose());
            place.go_on(shown);
        }
    });
    let moments = ["scroll", "resize", "focusin", "click"];
    life::hear_any(&moments, move |event| match &*event.type_() {
        _ if shown.with_untracked(Vec::is_empty) => {}
        // What is pressed changes what is there.
        "click" => life::next_frame(move || place.choose()),
        "focusin" if !place.is_beside(&event) => {}
        _ => place.look(),
    });
}
