//! 燃尽图: what is left at the end of each working day: a dashed staircase as planned, a whole one as it was, a dotted
//! one as it is expected.

use super::dates::{short, week_ends};
use super::picture::{
    ACTUAL, AXIS, Anchor, EXPECTED, GRID, Ink, PLANNED, Picture, TODAY, Tone, step, width_of,
};
use super::{Chart, ChartTable, Drawn, Legend};
use crate::analysis::display_code;
use crate::analysis::standing::schedule::{
    BurnMeasure, Burndown, Schedule, burndown, burndown_of_effort,
};
use crate::model::Log;
use crate::model::template::{Label, Lang};
use crate::ui::texts::charts as texts;
use crate::ui::texts::{fill, in_sentence, mail};
use chrono::NaiveDate;

/// The height of the picture, and what of it is left free above the lines and below.
const HEIGHT: i64 = 264;
const TOP: i64 = 40;
const FOOT: i64 = 26;
/// Room for the figures of the axis.
const LEFT: i64 = 36;
const RIGHT: i64 = 16;
/// Steps of the axis.
const STEPS: i64 = 6;

/// The chart, by tasks or by effort.
pub fn burndown_chart(
    log: &Log,
    schedule: &Schedule,
    by_effort: bool,
    width: i64,
    lang: Lang,
) -> Drawn {
    let drawn = match by_effort {
        true => burndown_of_effort(log, schedule),
        false => burndown(schedule),
    };
    let title = match drawn.as_ref().map(|drawn| drawn.measure) {
        Some(BurnMeasure::Days) => texts::BURNDOWN_DAYS,
        Some(BurnMeasure::Effort) => texts::BURNDOWN_EFFORT,
        Some(BurnMeasure::Tasks) | None => texts::BURNDOWN,
    };
    let title = title.text(lang).to_owned();
    let Some(drawn) = drawn.filter(|drawn| !drawn.actual.is_empty()) else {
        return Drawn::Empty(title, texts::BURNDOWN_EMPTY.text(lang).to_owned());
    };
    let plan = plan_label(&drawn);
    Drawn::Chart(Box::new(Chart {
        title,
        finding: finding(&drawn, lang),
        picture: picture(&drawn, &milestones(log, schedule), width, lang),
        legend: vec![
            Legend::line(PLANNED, plan.text(lang)),
            Legend::line(ACTUAL, texts::ACTUAL_LINE.text(lang)),
            Legend::line(EXPECTED, texts::EXPECTED_LINE.text(lang)),
        ],
        notes: notes(&drawn, lang),
        table: table(&drawn, plan, lang),
    }))
}

/// The lines alone, as small as a corner of a page has room for.
pub fn small_burndown(schedule: &Schedule, width: i64, height: i64) -> Option<Picture> {
    let drawn = burndown(schedule).filter(|drawn| !drawn.actual.is_empty())?;
    let field = Field::of(&drawn, (2, 3), (width - 4, height - 6));
    let mut out = Picture::new(width, height);
    out.line(AXIS, &[(2, height - 3), (width - 2, height - 3)]);
    field.lines(&mut out, &drawn);
    Some(out)
}

fn plan_label(drawn: &Burndown) -> Label {
    match drawn.is_original {
        true => crate::templates::ORIGINAL_PLAN,
        false => crate::templates::CURRENT_PLAN,
    }
}

/// A weight as people read it: person-days with a digit behind the point where there is one.
fn said(measure: BurnMeasure, value: i64) -> String {
    match measure {
        BurnMeasure::Tasks | BurnMeasure::Days => value.to_string(),
        BurnMeasure::Effort => {
            let tenths = (value + 500).div_euclid(1000);
            match tenths % 10 {
                0 => (tenths / 10).to_string(),
                rest => format!("{}.{rest}", tenths / 10),
            }
        }
    }
}

/// 今天还剩 14 项，原计划只剩 12 项：多 2 项。
pub fn left_said(schedule: &Schedule, lang: Lang) -> Option<String> {
    let drawn = burndown(schedule).filter(|drawn| !drawn.actual.is_empty())?;
    Some(left(&drawn, lang))
}

/// The same with the day on which all is expected to be done.
fn finding(drawn: &Burndown, lang: Lang) -> String {
    let mut parts = vec![left(drawn, lang)];
    let ends = drawn.ends().map(short);
    parts.extend(ends.map(|day| fill(texts::ALL_DONE_BY, lang, &[("day", &day)])));
    super::sentences(parts, lang)
}

fn left(drawn: &Burndown, lang: Lang) -> String {
    let Some((left, planned)) = drawn.now() else {
        return String::new();
    };
    if drawn.expected.is_empty() {
        return texts::ALL_DONE.text(lang).to_owned();
    }
    let label = match left - planned {
        0 => texts::LEFT_AS_PLANNED,
        1.. => texts::LEFT_MORE,
        _ => texts::LEFT_FEWER,
    };
    let unit = match drawn.measure {
        BurnMeasure::Tasks => texts::UNIT_TASKS,
        BurnMeasure::Effort => texts::UNIT_EFFORT,
        BurnMeasure::Days => texts::UNIT_DAYS,
    };
    let [n, m, d] = [left, planned, (left - planned).abs()].map(|n| said(drawn.measure, n));
    let plan = in_sentence(plan_label(drawn), lang);
    let places = [
        ("n", &*n),
        ("m", &*m),
        ("d", &*d),
        ("unit", unit.text(lang)),
        ("plan", &*plan),
    ];
    fill(label, lang, &places)
}

fn notes(drawn: &Burndown, lang: Lang) -> Vec<String> {
    let undated = (drawn.undated > 0).then(|| {
        let places = [("n", &*drawn.undated.to_string())];
        fill(texts::UNDATED_OUT, lang, &places)
    });
    let plan = (!drawn.is_original).then(|| texts::NO_ORIGINAL.text(lang).to_owned());
    plan.into_iter().chain(undated).collect()
}

/// The open and reached milestones with the day of each.
fn milestones(log: &Log, schedule: &Schedule) -> Vec<(NaiveDate, String)> {
    let all = schedule.plan.milestones.iter();
    let mut all: Vec<(NaiveDate, String)> = all
        .filter_map(|one| {
            let day = one.reached.or(one.current).or(one.original)?;
            Some((day, display_code(log, &one.record)))
        })
        .collect();
    all.sort();
    all
}

/// Where the lines are drawn.
struct Field {
    at: (i64, i64),
    size: (i64, i64),
    days: i64,
    top: i64,
}

impl Field {
    fn of(drawn: &Burndown, at: (i64, i64), size: (i64, i64)) -> Self {
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

    fn lines(&self, out: &mut Picture, drawn: &Burndown) {
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

fn picture(
    drawn: &Burndown,
    milestones: &[(NaiveDate, String)],
    width: i64,
    lang: Lang,
) -> Picture {
    let size = (width - LEFT - RIGHT, HEIGHT - TOP - FOOT);
    let mut field = Field::of(drawn, (LEFT, TOP), size);
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
            Anchor::End,
            Tone::Text3,
            said(drawn.measure, value),
        );
    }
    let today = drawn.actual.len() - 1;
    dates(&mut out, &field, &drawn.days);
    marks(&mut out, &field, drawn, milestones);
    now_line(&mut out, &field, today, drawn.days[today], lang);
    let all = Field {
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
    out
}

fn dates(out: &mut Picture, field: &Field, days: &[NaiveDate]) {
    let foot = TOP + field.size.1;
    let tenths = field.size.0 * 10 / field.days;
    for at in week_ends(days, tenths) {
        let x = field.x(at);
        out.line(AXIS, &[(x, foot), (x, foot + 4)]);
        let x = x.min(out.width - 18);
        out.word((x, foot + 18), Anchor::Middle, Tone::Text3, short(days[at]));
    }
}

/// The milestones over the lines: a diamond, and its code where there is room.
fn marks(out: &mut Picture, field: &Field, drawn: &Burndown, milestones: &[(NaiveDate, String)]) {
    let mut free = 0;
    for (day, code) in milestones {
        let at = drawn.days.partition_point(|one| one < day);
        let x = field.x(at.min(drawn.days.len() - 1)).min(out.width - 8);
        out.diamond(Ink::area(Tone::Surface, Tone::Text2), (x, TOP - 10), 5);
        if x - width_of(code) / 2 >= free {
            out.word((x, TOP - 20), Anchor::Middle, Tone::Text2, code.as_str());
            free = x + width_of(code) / 2 + 6;
        }
    }
}

fn now_line(out: &mut Picture, field: &Field, today: usize, day: NaiveDate, lang: Lang) {
    let x = field.x(today);
    out.line(TODAY, &[(x, TOP - 4), (x, TOP + field.size.1)]);
    let said = format!("{} {}", mail::TODAY.text(lang), short(day));
    let is_right = x + width_of(&said) + 8 > out.width;
    let (x, anchor) = if is_right {
        (x - 5, Anchor::End)
    } else {
        (x + 5, Anchor::Start)
    };
    out.strong((x, TOP + 8), anchor, Tone::Text2, said);
}

/// What is left now, at the end of its line, and what the plan leaves.
fn figures(out: &mut Picture, field: &Field, drawn: &Burndown, today: usize) {
    let Some((left, planned)) = drawn.now() else {
        return;
    };
    let x = field.x(today);
    let (above, below) = (left.max(planned), left.min(planned));
    out.ring(
        Ink::area(Tone::Surface, Tone::LineStrong),
        (x, field.y(planned)),
        3,
    );
    out.ring(Ink::area(Tone::Accent, Tone::Accent), (x, field.y(left)), 4);
    let tone = |value: i64| {
        if value == left {
            Tone::Accent
        } else {
            Tone::Text2
        }
    };
    out.strong(
        (x + 8, field.y(above) - 6),
        Anchor::Start,
        tone(above),
        said(drawn.measure, above),
    );
    if above != below {
        let y = field.y(below) + 16;
        out.strong(
            (x - 8, y.min(TOP + field.size.1 - 4)),
            Anchor::End,
            tone(below),
            said(drawn.measure, below),
        );
    }
}

/// A row for the end of each week, and for today.
fn table(drawn: &Burndown, plan: Label, lang: Lang) -> ChartTable {
    let today = drawn.actual.len() - 1;
    let mut places = week_ends(&drawn.days, i64::MAX / 1_000_000);
    if !places.contains(&today) {
        places.push(today);
        places.sort_unstable();
    }
    let cell = |values: &[i64], at: Option<usize>| {
        let value = at.and_then(|at| values.get(at));
        value
            .map(|value| said(drawn.measure, *value))
            .unwrap_or_default()
    };
    let row = |at: usize| {
        vec![
            drawn.days[at].to_string(),
            cell(&drawn.planned, Some(at)),
            cell(&drawn.actual, Some(at)),
            cell(&drawn.expected, at.checked_sub(today)),
        ]
    };
    let head = [texts::DAY, plan, texts::ACTUAL_LINE, texts::EXPECTED_LINE];
    ChartTable {
        head: head.map(|label| label.text(lang).to_owned()).to_vec(),
        rows: places.into_iter().map(row).collect(),
    }
}
