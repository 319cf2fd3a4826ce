//! Something that is lifted with the pointer and put down elsewhere: with the primary button, after a few pixels, and
//! never by touch, which scrolls. Places carry `data-drop`. Knows no record's meaning.

use crate::model::RecordId;
use crate::ui::screen::base::life;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, PointerEvent};

/// So far the pointer goes before anything is lifted.
const STARTS_PX: i32 = 4;

/// Where a press began, and on what.
#[derive(Clone)]
struct LiftBegun {
    record: RecordId,
    element: HtmlElement,
    x: i32,
    y: i32,
}

/// What is lifted, and over which place it is held.
#[derive(Clone, Copy)]
pub(super) struct CardLift {
    pub(super) what: RwSignal<Option<RecordId>>,
    pub(super) over: RwSignal<Option<String>>,
    begun: StoredValue<Option<LiftBegun>, LocalStorage>,
}

impl CardLift {
    /// What is put down where is told; Escape and whatever takes the pointer away put it back.
    pub(super) fn new(put: impl Fn(RecordId, String) + 'static) -> Self {
        let lift = Self {
            what: RwSignal::new(None),
            over: RwSignal::new(None),
            begun: StoredValue::new_local(None),
        };
        life::hear(ev::pointermove, move |event| lift.moved(&event));
        life::hear(ev::pointerup, move |_| {
            let (what, over) = (lift.what.get_untracked(), lift.over.get_untracked());
            lift.end();
            if let (Some(what), Some(over)) = (what, over) {
                put(what, over);
            }
        });
        life::hear(ev::pointercancel, move |_| lift.end());
        life::hear(ev::keydown, move |event| {
            if event.key() == "Escape" {
                lift.end();
            }
        });
        lift
    }

    /// A press on something that can be lifted.
    pub(super) fn down(self, event: &PointerEvent, record: &RecordId) {
        let element = event
            .current_target()
            .and_then(|one| one.dyn_into::<HtmlElement>().ok());
        let is_lifting = event.button() == 0 && event.pointer_type() != "touch";
        if let Some(element) = element.filter(|_| is_lifting) {
            self.begun.set_value(Some(LiftBegun {
                record: record.clone(),
                element,
                x: event.client_x(),
                y: event.client_y(),
            }));
        }
    }

    fn moved(self, event: &PointerEvent) {
        let Some(begun) = self.begun.get_value() else {
            return;
        };
        let (x, y) = (event.client_x() - begun.x, event.client_y() - begun.y);
        if self.what.with_untracked(Option::is_none) {
            if x.abs().max(y.abs()) < STARTS_PX {
                return;
            }
            self.what.set(Some(begun.record.clone()));
            // Whatever it lay in may scroll by itself and would cut it off.
            let sides = begun.element.get_bounding_client_rect();
            let places = [
                ("top", sides.top()),
                ("left", sides.left()),
                ("width", sides.width()),
            ];
            for (name, px) in places {
                let _ = begun.element.style().set_property(name, &format!("{px}px"));
            }
            let _ = begun.element.set_attribute("data-lifted", "true");
        }
        let place = format!("translate({x}px, {y}px)");
        let _ = begun.element.style().set_property("transform", &place);
        #[expect(clippy::cast_precision_loss, reason = "pixels of a window")]
        let (at_x, at_y) = (event.client_x() as f32, event.client_y() as f32);
        let below = document().element_from_point(at_x, at_y);
        let below = below.and_then(|one| one.closest("[data-drop]").ok().flatten());
        let over = below.and_then(|one| one.get_attribute("data-drop"));
        if self.over.with_untracked(|now| *now != over) {
            self.over.set(over);
        }
    }

    fn end(self) {
        if let Some(begun) = self.begun.try_update_value(Option::take).flatten() {
            let _ = begun.element.remove_attribute("data-lifted");
            for name in ["transform", "top", "left", "width"] {
                let _ = begun.element.style().remove_property(name);
            }
        }
        if self.what.with_untracked(Option::is_some) {
            self.what.set(None);
            self.over.set(None);
        }
    }
}
