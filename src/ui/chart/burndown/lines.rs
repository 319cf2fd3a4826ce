//! The lines of a burndown with what stands around them: axes, dates, milestones, today, the figures of today.

use super::said;
use crate::analysis::standing::schedule::{BurnMeasure, Burndown};
use crate::model::RecordId;
use crate::model::template::Lang;
use crate::ui::chart::dates::{short, week_ends};
use crate::ui::chart::picture::{
    ACTUAL, AXIS, Colour, EXPECTED, GRID, Ink, PLANNED, Picture, TODAY, WordAnchor, step, width_of,
};
use crate::ui::chart::{ChartSpot, SpotTarget};
use crate::ui::texts;
use chrono::NaiveDate;

/// The height of the picture, and what of it is left free above the lines and below.
const HEIGHT: i64 = 278;
const TOP: i64 = 54;
const FOOT: i64 = 26;
/// Room for the figures of the axis.
const LEFT: i64 = 36;
const RIGHT: i64 = 16;
/// Steps of the axis.
const STEPS: i64 = 6;
/// Where the names of milestones stand over the lines, and those of milestones whose neighbour has the room there.
const NAMED: [i64; 2] = [20, 34];
/// Half the width of a milestone's mark.
const MARK: i64 = 5;
/// How far around a mark can be pressed: 24 pixels in all.
const REACH: i64 = 12;

/// Where the lines are drawn.
pub(super) struct BurnField {
    at: (i64, i64),
    size: (i64, i64),
    days: i64,
    top: i64,
}

impl BurnField {
    pub(super) fn of(drawn: &Burndown, at: (i64, i64), size: (i64, i64)) -> Self {
        Self {
            at,
            size,
            days: i64::try_from(drawn.days.len()).unwrap_or(1).max(1),
            top: drawn.all().max(1),
        }
    }

    /// The end of a day.
    fn x(&self, day: usize) -> i64 {
        self.at.0 + self.size.0 * (i64::try_from(day).unwrap_or(0) + 1) / self.days
    }

    /// The last place for a mark that is seen whole.
    fn right(&self) -> i64 {
        self.at.0 + self.size.0 + RIGHT - 8
    }

    fn y(&self, value: i64) -> i64 {
        self.at.1 + self.size.1 - self.size.1 * value / self.top
    }

    /// A staircase whose steps are at the ends of days, from a point on.
    fn stairs(&self, out: &mut Picture, ink: Ink, from: (i64, i64), values: &[i64], first: usize) {
        let mut points = vec![from];
        let mut last = from;
        for (at, value) in values.iter().enumerate() {
            let (x, y) = (self.x(first + at), self.y(*value));
            if y != last.1 {
                points.push((x, last.1));
                points.push((x, y));
            }
            last = (x, y);
        }
        points.push(last);
        points.dedup();
        out.line(ink, &points);
    }

    pub(super) fn lines(&self, out: &mut Picture, drawn: &Burndown) {
        let start = (self.at.0, self.y(self.top));
        self.stairs(out, PLANNED, start, &drawn.planned, 0);
        self.stairs(out, ACTUAL, start, &drawn.actual, 0);
        let today = drawn.actual.len() - 1;
        if let Some((now, rest)) = drawn.expected.split_first() {
            let from = (self.x(today), self.y(*now));
            self.stairs(out, EXPECTED, from, rest, today + 1);
        }
    }
}

/// The whole picture.
pub(super) fn picture(
    drawn: &Burndown,
    milestones: &[(NaiveDate, String, RecordId)],
    width: i64,
    lang: Lang,
) -> Picture {
    let size = (width - LEFT - RIGHT, HEIGHT - TOP - FOOT);
    let mut field = BurnField::of(drawn, (LEFT, TOP), size);
    let step = match drawn.measure {
        BurnMeasure::Effort => step(field.top.div_euclid(10_000) + 1, STEPS) * 10_000,
        BurnMeasure::Tasks | BurnMeasure::Days => step(field.top, STEPS),
    };
    let top = field.top;
    field.top = (top + step - 1).div_euclid(step) * step;
    let mut out = Picture::new(width, HEIGHT);
    for value in (0..=field.top / step).map(|at| at * step) {
        let y = field.y(value);
        out.line(
            if value == 0 { AXIS } else { GRID },
            &[(LEFT, y), (width - RIGHT, y)],
        );
        out.word(
            (LEFT - 6, y + 4),
            WordAnchor::End,
            Colour::Text3,
            said(drawn.measure, value),
        );
    }
    let today = drawn.actual.len() - 1;
    dates(&mut out, &field, &drawn.days);
    marks(&mut out, &field, drawn, milestones);
    now_line(&mut out, &field, today, drawn.days[today], lang);
    let all = BurnField {
        top: field.top,
        ..field
    };
    let start = (LEFT, all.y(top));
    all.stairs(&mut out, PLANNED, start, &drawn.planned, 0);
    all.stairs(&mut out, ACTUAL, start, &drawn.actual, 0);
    if let Some((now, rest)) = drawn.expected.split_first() {
        all.stairs(
            &mut out,
            EXPECTED,
            (all.x(today), all.y(*now)),
            rest,
            today + 1,
        );
    }
    figures(&mut out, &all, drawn, today);
    if let Some((left, _)) = drawn.now().filter(|(left, _)| *left > 0) {
        out.spots.push(ChartSpot {
            at: (all.x(today) - REACH, all.y(left) - REACH),
            size: (2 * REACH, 2 * REACH),
            said: texts::charts::SPOT_LEFT.text(lang).to_owned(),
            leads_to: SpotTarget::OpenTasks,
        });
    }
    out
}

fn dates(out: &mut Picture, field: &BurnField, days: &[NaiveDate]) {
    let foot = TOP + field.size.1;
    let tenths = field.size.0 * 10 / field.days;
    for at in week_ends(days, tenths) {
        let x = field.x(at);
        out.line(AXIS, &[(x, foot), (x, foot + 4)]);
        let x = x.min(out.width - 18);
        out.word(
            (x, foot + 18),
            WordAnchor::Middle,
            Colour::Text3,
            short(days[at]),
        );
    }
}

/// The milestones over the lines: a diamond, and its name where there is room.
fn marks(
    out: &mut Picture,
    field: &BurnField,
    drawn: &Burndown,
    milestones: &[(NaiveDate, String, RecordId)],
) {
    let x = |day: &NaiveDate| {
        let at = drawn.days.partition_point(|one| one < day);
        field.x(at.min(drawn.days.len() - 1)).min(field.right())
    };
    let places: Vec<i64> = milestones.iter().map(|(day, ..)| x(day)).collect();
    let mut free = [0; 2];
    let mut before: Option<(usize, i64)> = None;
    for (at, (day, name, milestone)) in milestones.iter().enumerate() {
        let x = places[at];
        out.diamond(
            Ink::area(Colour::Surface, Colour::Text2),
            (x, TOP - 10),
            MARK,
        );
        let next = places.get(at + 1).copied();
        if let Some((row, from, anchor)) = room_for(name, x, free, next, out.width) {
            let place = (from, TOP - NAMED[row]);
            out.word(place, anchor, Colour::Text2, name.as_str());
            free[row] = ends(name, from, anchor) + 6;
        }
        // Two that stand close share what lies between them.
        let shared = before.map_or(REACH, |(_, other)| REACH.min((x - other) / 2));
        if let Some((spot, other)) = before {
            out.spots[spot].size.0 = REACH + REACH.min((x - other) / 2);
        }
        before = Some((out.spots.len(), x));
        out.spots.push(ChartSpot {
            at: (x - shared, TOP - 10 - REACH),
            size: (shared + REACH, 2 * REACH),
            said: format!("{name} {}", short(*day)),
            leads_to: SpotTarget::One(milestone.clone()),
        });
    }
}

/// Where the name of a milestone stands, row and place: over its mark, or, where the next one stands close, to the left
/// of it, so that the next has room to the right of its own; else a row higher; nothing where nothing is free.
fn room_for(
    name: &str,
    x: i64,
    free: [i64; 2],
    next: Option<i64>,
    width: i64,
) -> Option<(usize, i64, WordAnchor)> {
    let wide = width_of(name);
    let limit = next.map_or(width, |next| next.max(x + MARK) - MARK);
    let over = (x, WordAnchor::Middle);
    let left = (x + MARK, WordAnchor::End);
    let right = (x - MARK, WordAnchor::Start);
    let fits = |row: usize, (from, anchor): (i64, WordAnchor), limit: i64| {
        let end = ends(name, from, anchor);
        end - wide >= free[row] && end <= limit
    };
    let find = |row: usize, limit: i64| {
        let mut places = [over, left, right].into_iter();
        let found = places.find(|place| fits(row, *place, limit));
        found.map(|(from, anchor)| (row, from, anchor))
    };
    find(0, limit)
        .or_else(|| find(1, width))
        .or_else(|| find(0, width))
}

/// Where a name ends that stands at a place.
fn ends(name: &str, from: i64, anchor: WordAnchor) -> i64 {
    match anchor {
        WordAnchor::Start => from + width_of(name),
        WordAnchor::Middle => from + width_of(name) / 2,
        WordAnchor::End => from,
    }
}

fn now_line(out: &mut Picture, field: &BurnField, today: usize, day: NaiveDate, lang: Lang) {
    let x = field.x(today);
    out.line(TODAY, &[(x, TOP - 4), (x, TOP + field.size.1)]);
    let said = format!("{} {}", texts::mail::TODAY.text(lang), short(day));
    let is_right = x + width_of(&said) + 8 > out.width;
    let (x, anchor) = if is_right {
        (x - 5, WordAnchor::End)
    } else {
        (x + 5, WordAnchor::Start)
    };
    out.strong((x, TOP + 8), anchor, Colour::Text2, said);
}

/// What is left now, at the end of its line, and what the plan leaves.
fn figures(out: &mut Picture, field: &BurnField, drawn: &Burndown, today: usize) {
    let Some((left, planned)) = drawn.now() else {
        return;
    };
    let x = field.x(today);
    let (above, below) = (left.max(planned), left.min(planned));
    out.ring(
        Ink::area(Colour::Surface, Colour::LineStrong),
        (x, field.y(planned)),
        3,
    );
    out.ring(
        Ink::area(Colour::Accent, Colour::Accent),
        (x, field.y(left)),
        4,
    );
    let tone = |value: i64| {
        if value == left {
            Colour::Accent
        } else {
            Colour::Text2
        }
    };
    out.strong(
        (x + 8, field.y(above) - 6),
        WordAnchor::Start,
        tone(above),
        said(drawn.measure, above),
    );
    if above != below {
        let y = field.y(below) + 16;
        out.strong(
            (x - 8, y.min(TOP + field.size.1 - 4)),
            WordAnchor::End,
            tone(below),
            said(drawn.measure, below),
        );
    }
}
