//! 资源日历: under each thing a row for each request, and how much of it is used on each working day against how much
//! there is; what clashes is hatched, with its figure.

mod rows;
mod ways;

use super::picture::{AXIS, BAR, Colour, GRID, HATCH, Ink, Picture, WordAnchor, cut, width_of};
use super::{ChartSpot, DrawnChart, FinishedChart, Legend, SpotTarget};
use crate::analysis::calendar_of;
use crate::analysis::display_code;
use crate::analysis::resources::figures::amount_text;
use crate::analysis::resources::use_calendar::{UseCalendar, UseClaim, UsedThing, use_calendar};
use crate::analysis::telling::state_text;
use crate::analysis::words::names::{bare_name, short_name};
use crate::model::Log;
use crate::model::template::{Form, Lang};
use crate::templates::{resource_request as request, settings};
use crate::ui::texts::{self, LIST_SEPARATOR, fill};
use chrono::{Datelike, NaiveDate};
use rows::table;
use ways::ways;

const ROW: i64 = 24;
const HEAD: i64 = 38;
/// Room for names.
const NAMES: i64 = 188;
/// The least width of a day that bears its number.
const DAY: i64 = 24;
/// Days shown at most.
const MOST: i64 = 28;
/// Things, and requests for each of them, shown at most: shapes stay few. The table beside the picture has all.
const THINGS: usize = 8;
const CLAIMS: usize = 12;
const ASKED: Ink = Ink {
    dash: "4 3",
    ..Ink::area(Colour::Surface, Colour::Accent)
};
const CLASHES: Ink = Ink::area(Colour::DangerBg, Colour::Danger);

/// As of today, or why there is nothing to draw.
pub fn resource_chart(log: &Log, today: NaiveDate, width: i64, lang: Lang) -> DrawnChart {
    let title = texts::charts::RESOURCE_CALENDAR.text(lang).to_owned();
    let names = NAMES.min(width * 2 / 5);
    let count = ((width - names) / DAY).clamp(7, MOST) / 7 * 7;
    let calendar = calendar_of(&Form::new(log, settings::record()));
    let count = u64::try_from(count).unwrap_or(7);
    let mut all = use_calendar(log, &calendar, today, count);
    let left_out = all.things.len().saturating_sub(THINGS);
    if all.things.is_empty() {
        let why = match log.rows(crate::templates::resource::KIND).is_empty() {
            true => texts::charts::NO_RESOURCES,
            false => texts::charts::NO_CLAIMS,
        };
        return DrawnChart::Empty(title, why.text(lang).to_owned());
    }
    let finding = finding(log, &all, lang);
    let table = table(log, &all, lang);
    // Where something clashes is what one looks for.
    all.things
        .sort_by_key(|thing| !(0..thing.used.len()).any(|at| thing.is_over(at)));
    all.things.truncate(THINGS);
    let text = |label: crate::model::template::Label| label.text(lang);
    DrawnChart::FinishedChart(Box::new(FinishedChart {
        title,
        finding,
        picture: picture(log, &all, width, names, lang),
        legend: vec![
            Legend::area(BAR, None, text(texts::charts::IS_GRANTED)),
            Legend::area(ASKED, None, text(texts::charts::ASKED)),
            Legend::area(
                CLASHES,
                Some(HATCH),
                text(texts::charts::MORE_THAN_THERE_IS),
            ),
        ],
        notes: ways(log, lang)
            .into_iter()
            .chain((left_out > 0).then(|| {
                let places = [("n", &*left_out.to_string())];
                fill(texts::charts::MORE_THINGS, lang, &places)
            }))
            .collect(),
        table,
    }))
}

/// 培训教室 A 04-17、04-20、04-21 三天要 2，只有 1。
fn finding(log: &Log, all: &UseCalendar, lang: Lang) -> String {
    let of_thing = |thing: &UsedThing| {
        let over: Vec<usize> = (0..thing.used.len())
            .filter(|at| thing.is_over(*at))
            .collect();
        let most = over.iter().map(|at| thing.used[*at]).max()?;
        /// Days named.
        const NAMED: usize = 4;
        let days = over
            .iter()
            .take(NAMED)
            .map(|at| super::dates::short(all.days[*at].0));
        let days = days.collect::<Vec<_>>().join(LIST_SEPARATOR.text(lang));
        let [n, most, has] = [
            over.len().to_string(),
            amount_text(most),
            amount_text(thing.capacity.unwrap_or_default()),
        ];
        let name = bare_name(log, &thing.resource, lang);
        let places = [
            ("name", &*name),
            ("days", &*days),
            ("n", &*n),
            ("m", &*most),
            ("has", &*has),
        ];
        Some(fill(texts::charts::CLASH_FOUND, lang, &places))
    };
    let found: Vec<String> = all.things.iter().filter_map(of_thing).collect();
    match found.is_empty() {
        true => texts::charts::NO_CLASH_FOUND.text(lang).to_owned(),
        false => super::sentences(found, lang),
    }
}

/// R-4 销售部 T-19
fn who(log: &Log, claim: &UseClaim, lang: Lang) -> String {
    let form = Form::new(log, claim.request.clone());
    let department = form.get(request::REQUEST_DEPT);
    let task = form.get(request::LINKED_TASK);
    let parts = [
        Some(display_code(log, &claim.request)),
        department.map(|one| short_name(log, &one, lang)),
        task.map(|one| display_code(log, &one)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

struct DayColumns {
    names: i64,
    day: i64,
}

impl DayColumns {
    fn x(&self, at: usize) -> i64 {
        self.names + self.day * i64::try_from(at).unwrap_or(0)
    }
}

fn picture(log: &Log, all: &UseCalendar, width: i64, names: i64, lang: Lang) -> Picture {
    let count = i64::try_from(all.days.len()).unwrap_or(1).max(1);
    let columns = DayColumns {
        names,
        day: (width - names) / count,
    };
    let drawn = |thing: &UsedThing| thing.claims.len().min(CLAIMS) + 2;
    let rows: usize = all.things.iter().map(drawn).sum();
    let rows = i64::try_from(rows).unwrap_or(0);
    let mut out = Picture::new(width, HEAD + rows * ROW + 4);
    rest_days(&mut out, all, &columns);
    header(&mut out, all, &columns, lang);
    let mut y = HEAD;
    for thing in &all.things {
        out.line(GRID, &[(0, y), (width, y)]);
        let has = thing
            .capacity
            .map(|has| fill(texts::charts::CAPACITY_N, lang, &[("n", &amount_text(has))]));
        let name = bare_name(log, &thing.resource, lang);
        let said = [Some(name), has]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ");
        out.strong(
            (0, y + 17),
            WordAnchor::Start,
            Colour::Text,
            cut(&said, width - 8),
        );
        for claim in thing.claims.iter().take(CLAIMS) {
            y += ROW;
            out.word(
                (10, y + 16),
                WordAnchor::Start,
                Colour::Text,
                cut(&who(log, claim, lang), names - 16),
            );
            bar(&mut out, log, claim, all, &columns, y, lang);
        }
        y += ROW;
        used(&mut out, thing, all, &columns, y, lang);
        y += ROW;
    }
    out.line(AXIS, &[(0, y), (width, y)]);
    out
}

fn rest_days(out: &mut Picture, all: &UseCalendar, columns: &DayColumns) {
    let foot = out.height - 4;
    for (at, (_, is_worked)) in all.days.iter().enumerate() {
        if !is_worked {
            let ink = Ink::area(Colour::Label, Colour::None);
            out.area(ink, (columns.x(at), HEAD), (columns.day, foot - HEAD));
        }
    }
}

/// The months over the numbers of the days.
fn header(out: &mut Picture, all: &UseCalendar, columns: &DayColumns, lang: Lang) {
    for (at, (day, is_worked)) in all.days.iter().enumerate() {
        if at == 0 || day.day() == 1 {
            let said = match lang {
                Lang::Zh => format!("{}年{}月", day.year(), day.month()),
                Lang::En => day.format("%B %Y").to_string(),
            };
            out.word((columns.x(at), 14), WordAnchor::Start, Colour::Text2, said);
        }
        let tone = if *is_worked {
            Colour::Text2
        } else {
            Colour::Text3
        };
        let x = columns.x(at) + columns.day / 2;
        out.word((x, 32), WordAnchor::Middle, tone, day.day().to_string());
    }
}

fn bar(
    out: &mut Picture,
    log: &Log,
    claim: &UseClaim,
    all: &UseCalendar,
    columns: &DayColumns,
    y: i64,
    lang: Lang,
) {
    let is_in = |(_, (day, _)): &(usize, &(NaiveDate, bool))| {
        (claim.days.from..=claim.days.to).contains(day)
    };
    let mut places = all.days.iter().enumerate().filter(is_in).map(|(at, _)| at);
    let Some(first) = places.next() else { return };
    let last = places.next_back().unwrap_or(first);
    let (x, end) = (columns.x(first) + 1, columns.x(last + 1) - 1);
    let ink = if claim.is_granted { BAR } else { ASKED };
    out.area(ink, (x, y + 4), (end - x, ROW - 8));
    let state = state_text(&Form::new(log, claim.request.clone()), lang).unwrap_or_default();
    out.spots.push(ChartSpot {
        at: (x, y),
        size: (end - x, ROW),
        said: [&who(log, claim, lang), state].join(" "),
        leads_to: SpotTarget::One(claim.request.clone()),
    });
    let wide = width_of(state);
    if end + 6 + wide <= out.width {
        out.word((end + 6, y + 16), WordAnchor::Start, Colour::Text2, state);
    } else if end - x > wide + 8 {
        out.word((x + 4, y + 16), WordAnchor::Start, Colour::Text, state);
    }
}

fn used(
    out: &mut Picture,
    thing: &UsedThing,
    all: &UseCalendar,
    columns: &DayColumns,
    y: i64,
    lang: Lang,
) {
    out.word(
        (10, y + 16),
        WordAnchor::Start,
        Colour::Text2,
        texts::charts::USED_OF.text(lang),
    );
    for (at, (_, is_worked)) in all.days.iter().enumerate() {
        if !is_worked || thing.used[at] == 0 {
            continue;
        }
        let x = columns.x(at);
        if thing.is_over(at) {
            out.area(CLASHES, (x + 1, y + 2), (columns.day - 2, ROW - 4));
            out.hatch(HATCH, (x + 1, y + ROW - 8), (columns.day - 2, 6), 4);
        }
        let said = match thing.capacity {
            Some(has) if columns.day >= 30 => {
                format!("{}/{}", amount_text(thing.used[at]), amount_text(has))
            }
            _ => amount_text(thing.used[at]),
        };
        let tone = if thing.is_over(at) {
            Colour::Danger
        } else {
            Colour::Text2
        };
        out.word(
            (x + columns.day / 2, y + 15),
            WordAnchor::Middle,
            tone,
            cut(&said, columns.day + 4),
        );
    }
}
