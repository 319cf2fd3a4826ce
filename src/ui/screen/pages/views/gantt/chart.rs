//! The state of a chart on the screen: where in time and among the lines it stands, which line has the caret, what is
//! being moved.

use super::held::{Drag, DrawnByHand, MenuOf};
use super::painter::{Painter, number};
use super::scene::{ChartSight, LinkWish};
use crate::analysis::standing::schedule::Schedule;
use crate::analysis::time::axis::{Axis, Beginning, moved};
use crate::model::RecordId;
use crate::model::template::Lang;
use crate::state::{Session, Zoom};
use crate::ui::gantt::{
    BarWords, LaneMark, Metrics, PaperSize, PaperWish, SecondDates, lane_marks, second_dates,
};
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom::Pause;
use crate::ui::screen::base::life;
use crate::ui::screen::pages::views::frame::{PlanFrame, schedule_now};
use crate::ui::screen::pages::views::moves::Moves;
use chrono::NaiveDate;
use leptos::html;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;
use web_sys::HtmlElement;

/// Windows narrower than these.
pub(super) const NARROWER_PX: f64 = 1024.0;
const NARROW_PX: f64 = 640.0;
/// Windows lower than this have lower rows.
const LOW_PX: f64 = 800.0;
/// Lines drawn above and below what is seen.
pub(super) const SPARE: usize = 6;
/// A plan up to this many days is shown whole at first.
const SHORT_DAYS: i32 = 91;

/// A chart on the screen; copied freely into its parts.
#[derive(Clone, Copy)]
pub(super) struct Chart {
    pub(super) frame: PlanFrame,
    pub(super) ui: Ui,
    pub(super) session: Session,
    pub(super) place: NodeRef<html::Div>,
    pub(super) head: NodeRef<html::Div>,
    pub(super) lane: NodeRef<html::Div>,
    pub(super) left: NodeRef<html::Div>,
    pub(super) body: NodeRef<html::Div>,
    pub(super) axis: Memo<Axis>,
    pub(super) marks: Memo<Vec<LaneMark>>,
    /// The other dates that tasks have, suggested or in another copy.
    pub(super) second: Memo<BTreeMap<u32, SecondDates>>,
    pub(super) seen: RwSignal<ChartSight>,
    pub(super) width: RwSignal<i32>,
    pub(super) window_px: RwSignal<f64>,
    pub(super) row_px: RwSignal<i32>,
    /// The key of the line with the caret.
    pub(super) active: RwSignal<String>,
    pub(super) moves: Moves,
    /// The task that another shall be linked to.
    pub(super) linking: RwSignal<Option<RecordId>>,
    /// What the pointer is drawing.
    pub(super) drawn_now: RwSignal<Option<DrawnByHand>>,
    pub(super) detail: RwSignal<bool>,
    /// Whether somebody writes in the columns of the line with the caret.
    pub(super) is_editing: RwSignal<bool>,
    pub(super) menu: RwSignal<Option<MenuOf>>,
    pub(super) links: RwSignal<LinkWish>,
    pub(super) words: RwSignal<BarWords>,
    /// How the plan shall stand on paper.
    pub(super) wish: RwSignal<PaperWish>,
    /// The line that was pressed, and whether in the columns.
    pub(super) pressed: StoredValue<Option<(usize, bool)>>,
    /// From where on lines are selected together.
    pub(super) anchored: StoredValue<usize>,
    pub(super) drag: StoredValue<Option<Drag>>,
    pub(super) painter: StoredValue<Option<Painter>, LocalStorage>,
    pub(super) drawn: StoredValue<(usize, usize)>,
    pub(super) spare: RwSignal<usize>,
    /// The date that stays where it is in the window, and where that is.
    pub(super) anchor: StoredValue<Option<(NaiveDate, i32)>>,
    /// The line with which the chart begins, until it stands there.
    pub(super) opens_at: StoredValue<Option<usize>>,
    pub(super) pauses: StoredValue<(Pause, Pause, Pause), LocalStorage>,
    pub(super) is_waiting: StoredValue<bool>,
}

impl Chart {
    pub(super) fn new(frame: PlanFrame) -> Self {
        let ui = ui();
        let session = frame.session;
        let width = RwSignal::new(800);
        let shown = frame.shown;
        let zoom = Memo::new(move |_| shown.with(|shown| shown.zoom));
        let axis = Memo::new(move |_| {
            let (first, last) = schedule_now(session).span();
            axis_of(first, last, zoom.get(), width.get())
        });
        let marks = Memo::new(move |_| {
            let lang = ui.lang.get();
            let schedule = schedule_now(session);
            session.read(|log| lane_marks(log, &schedule, lang))
        });
        let first = shown.with_untracked(|shown| shown.selected.first().map(ToString::to_string));
        Self {
            frame,
            ui,
            session,
            place: NodeRef::new(),
            head: NodeRef::new(),
            lane: NodeRef::new(),
            left: NodeRef::new(),
            body: NodeRef::new(),
            axis,
            marks,
            second: Memo::new(move |_| {
                let schedule = schedule_now(session);
                session.read(|log| second_dates(log, &schedule))
            }),
            seen: RwSignal::new(ChartSight::default()),
            width,
            window_px: RwSignal::new(window_width()),
            row_px: RwSignal::new(row_px()),
            active: RwSignal::new(first.unwrap_or_default()),
            moves: Moves::new(ui, session, |_| "#gantt".to_owned()),
            linking: RwSignal::new(None),
            drawn_now: RwSignal::new(None),
            detail: RwSignal::new(false),
            is_editing: RwSignal::new(false),
            menu: RwSignal::new(None),
            links: RwSignal::new(LinkWish::Usual),
            words: RwSignal::new(BarWords::Usual),
            wish: RwSignal::new(PaperWish {
                size: PaperSize::A4,
                wide: 1,
            }),
            pressed: StoredValue::new(None),
            anchored: StoredValue::new(0),
            drag: StoredValue::new(None),
            painter: StoredValue::new_local(None),
            drawn: StoredValue::new((0, 0)),
            spare: RwSignal::new(SPARE),
            anchor: StoredValue::new(None),
            opens_at: StoredValue::new(None),
            pauses: StoredValue::new_local(Default::default()),
            is_waiting: StoredValue::new(false),
        }
    }

    /// Follows the window, the scroll and whatever is shown.
    pub(super) fn follow(self) {
        let resized = move || {
            self.window_px.set(window_width());
            self.row_px.set(row_px());
            self.measure();
        };
        life::hear_any(&["resize"], move |_| resized());
        Effect::new(move |_| {
            let Some(place) = self.place.get() else {
                return;
            };
            self.measure_first();
            let axis = self.axis.get();
            let rows = self.frame.lines.with(|lines| lines.lines.len());
            let height = number(rows) * self.row_px.get();
            let set = |name: &str, px: i32| {
                let style = HtmlElement::style(&place);
                let _ = style.set_property(name, &format!("{px}px"));
            };
            set("--gantt-left", self.left());
            set("--gantt-row", self.row_px.get());
            set("--gantt-width", self.left() + axis.width());
            set("--gantt-body", height);
            if let Some((date, at)) = self.anchor.try_update_value(Option::take).flatten() {
                place.set_scroll_left((axis.x(date) - at).max(0));
            }
            if let Some(line) = self.opens_at.try_update_value(Option::take).flatten() {
                place.set_scroll_top(number(line) * self.row_px.get_untracked());
            }
            self.measure();
        });
        Effect::new(move |_| self.paint());
    }

    /// Whether the window is too narrow for a line of time.
    pub(super) fn is_narrow(self) -> bool {
        self.window_px.get() < NARROW_PX
    }

    pub(super) fn metrics(self) -> Metrics {
        Metrics::screen(self.row_px.get_untracked())
    }

    /// The schedule as it stands.
    pub(super) fn schedule(self) -> Rc<Schedule> {
        self.moves.schedule()
    }

    pub(super) fn lang(self) -> Lang {
        self.ui.lang.get_untracked()
    }

    /// A finger rests; it is forgotten where it goes on before.
    pub(super) fn pause_touch(self, milliseconds: i32, then: impl FnOnce() + 'static) {
        self.pauses
            .with_value(|(.., touch)| touch.start(milliseconds, then));
    }

    pub(super) fn stop_touch(self) {
        self.pauses.with_value(|(.., touch)| touch.stop());
    }

    pub(super) fn seen(self) -> ChartSight {
        self.seen.get_untracked()
    }

    /// The element that scrolls.
    pub(super) fn element(self) -> Option<HtmlElement> {
        use wasm_bindgen::JsCast;
        self.place
            .get_untracked()
            .map(|place| place.unchecked_into())
    }
}

fn window_width() -> f64 {
    let width = window().inner_width().ok().and_then(|px| px.as_f64());
    width.unwrap_or(1280.0)
}

/// The height of a row: lower in a low window, higher for fingers.
fn row_px() -> i32 {
    let is_coarse = window().match_media("(pointer: coarse)").ok().flatten();
    if is_coarse.is_some_and(|query| query.matches()) {
        return 44;
    }
    let height = window().inner_height().ok().and_then(|px| px.as_f64());
    if height.is_some_and(|px| px <= LOW_PX) {
        28
    } else {
        32
    }
}

/// The line of time of a plan: some room before and after it, and no narrower than the window.
fn axis_of(first: NaiveDate, last: NaiveDate, zoom: Option<Zoom>, width: i32) -> Axis {
    let from = moved(Beginning::Week.before(first), -7);
    let plan = Axis::new(from, moved(last, 21), 1.0);
    let usual = if plan.days <= SHORT_DAYS {
        Zoom::Fit
    } else {
        Zoom::Month
    };
    let day = match zoom.unwrap_or(usual) {
        Zoom::Day => 32.0,
        Zoom::Week => 16.0,
        Zoom::Month => 8.0,
        Zoom::Quarter => 2.5,
        Zoom::Fit => (f64::from(width) / f64::from(plan.days)).clamp(0.3, 32.0),
    };
    let mut axis = Axis::new(from, moved(last, 21), day);
    while axis.width() < width && axis.days < 30_000 {
        axis.days += 1 + axis.days / 16;
    }
    axis
}
