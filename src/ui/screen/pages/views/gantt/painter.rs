//! Fills the places of the chart with the lines that are seen, and draws what lies over and under them.

use super::brush::{Brush, drawing};
use super::place::{LinePlace, PlaceText};
use super::scene::Scene;
use crate::ui::gantt::{Drawable, header_shapes, lane_shapes, rect, shades};
use web_sys::Element;

/// The elements of a chart.
pub(super) struct Painter {
    left: Element,
    rows: Element,
    places: Vec<LinePlace>,
    head: Brush,
    lane: Brush,
    under: Brush,
    links: Brush,
    over: Brush,
}

/// How far beside the window bars are still drawn, in pixels.
const BESIDE_PX: i32 = 2_000;

impl Painter {
    /// Makes the drawings in the header, the lane and the body of a chart.
    pub(super) fn new(
        head: &Element,
        lane: &Element,
        left: &Element,
        body: &Element,
    ) -> Option<Self> {
        let head = drawing(head, "gantt-svg")?;
        let lane = drawing(lane, "gantt-svg")?;
        let body = drawing(body, "gantt-svg gantt-chart")?;
        let (under, links) = (Brush::new(&body)?, Brush::new(&body)?);
        let rows = super::brush::svg("g")?;
        body.append_child(&rows).ok()?;
        let over = Brush::new(&body)?;
        Some(Self {
            head: Brush::new(&head)?,
            lane: Brush::new(&lane)?,
            left: left.clone(),
            places: Vec::new(),
            under,
            links,
            rows,
            over,
        })
    }

    /// Whether its elements still stand on the page.
    pub(super) fn is_here(&self) -> bool {
        self.left.is_connected()
    }

    /// Draws what a scene shows of the lines from one to another.
    pub(super) fn fill(&mut self, scene: &Scene<'_>, from: usize, to: usize) {
        let seen = scene.seen;
        let window = (seen.left, seen.left + seen.width);
        self.head
            .draw(header_shapes(&scene.header(), &scene.metrics, window));
        self.lane
            .draw(lane_shapes(scene.marks, scene.axis, &scene.metrics, window));
        let row = scene.metrics.row;
        let (top, height) = (row * number(from), row * number(to - from));
        let wide = (window.0 - BESIDE_PX / 4, window.1 + BESIDE_PX / 4);
        let shade = shades(scene.calendar, scene.axis, 1, wide, height);
        let active = scene.active_line().filter(|line| (from..to).contains(line));
        let active = active.map(|line| rect(wide.0, row * number(line), wide.1 - wide.0, row));
        self.under.draw(vec![
            moved_down("g-shade", shade, top),
            Drawable::path("g-active", active.unwrap_or_default()),
            Drawable::path("g-line", row_lines(wide, from, to, row)),
        ]);
        self.links.draw(scene.links(from, to));
        self.fill_places(
            scene,
            from,
            to,
            (window.0 - BESIDE_PX, window.1 + BESIDE_PX),
        );
        let mut over = scene.ghosts(from, to);
        let today = scene.axis.end(scene.schedule.today);
        over.push(Drawable::path(
            "g-today",
            format!("M{today} {top}v{height}"),
        ));
        self.over.draw(over);
    }

    fn fill_places(&mut self, scene: &Scene<'_>, from: usize, to: usize, window: (i32, i32)) {
        while self.places.len() < to - from {
            let Some(place) = LinePlace::new(&self.left, &self.rows) else {
                return;
            };
            self.places.push(place);
        }
        let count = self.places.len();
        let mut shown = vec![false; count];
        for line in from..to {
            let at = line % count;
            shown[at] = true;
            let (text, shapes): (PlaceText, Vec<Drawable>) = scene.line(line, window);
            self.places[at].show(text, shapes, scene.metrics.row);
        }
        for (place, is_shown) in self.places.iter_mut().zip(shown) {
            if !is_shown {
                place.hide();
            }
        }
    }
}

/// A count of lines as pixels count.
pub(super) fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / 64)
}

/// A path that was drawn from zero, so far down.
fn moved_down(class: &'static str, d: String, top: i32) -> Drawable {
    let d = d.replace(" 0h", &format!(" {top}h"));
    Drawable::path(class, d)
}

/// The lines between rows.
fn row_lines(wide: (i32, i32), from: usize, to: usize, row: i32) -> String {
    let mut d = String::new();
    for line in from..=to {
        d += &format!("M{} {}H{}", wide.0, number(line) * row, wide.1);
    }
    d
}
