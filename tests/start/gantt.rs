//! The Gantt of the worked example as it is drawn: on paper and as a picture, by the same painter as on the screen.

use super::sample::{show, wednesday};
use hepai::analysis::calendar_of;
use hepai::analysis::standing::plan_view::{GroupBy, LinesAsked, SortBy, plan_lines};
use hepai::analysis::standing::schedule::schedule;
use hepai::analysis::time::axis::{Axis, Beginning};
use hepai::model::Log;
use hepai::model::template::{Form, Lang};
use hepai::templates::settings;
use hepai::ui::gantt::{
    Drawable, HeaderLook, Metrics, PaperPage, PaperSize, PaperWish, PaperWords, SheetLine,
    SheetLook, bar_of, lane_marks, paper_pages, picture, pictured_rows,
};

/// Does something with what a sheet of the example is drawn from.
fn with_look<T>(
    lang: Lang,
    metrics: Metrics,
    act: impl FnOnce(&SheetLook<'_>, &[SheetLine]) -> T,
) -> T {
    let example = show(wednesday(), lang);
    example.session().read(|log: &Log| {
        let schedule = schedule(log, wednesday());
        let (first, last) = schedule.span();
        let axis = Axis::new(Beginning::Week.before(first), last, 8.0);
        let calendar = calendar_of(&Form::new(log, settings::record()));
        let marks = lane_marks(log, &schedule, lang);
        let asked = LinesAsked {
            filters: &[],
            words: "",
            is_critical: false,
            group: GroupBy::Stage,
            sort: SortBy::Plan,
            is_reversed: false,
            shut: &[],
            lang,
        };
        let lines = plan_lines(log, &schedule, &asked).lines;
        let look = SheetLook {
            log,
            schedule: &schedule,
            group: GroupBy::Stage,
            header: HeaderLook {
                axis: &axis,
                calendar: &calendar,
                today: schedule.today,
                week_one: axis.first,
                lang,
            },
            metrics,
            marks: &marks,
            columns: [60, 220, 80, 68],
            lang,
            has_links: true,
        };
        let lines: Vec<SheetLine> = [SheetLine::Lane]
            .into_iter()
            .chain(lines.into_iter().map(SheetLine::Line))
            .collect();
        act(&look, &lines)
    })
}

fn texts(page: &PaperPage) -> Vec<String> {
    let shapes = page.parts.iter().flat_map(|(_, shapes)| shapes);
    let text = |shape: &Drawable| match shape {
        Drawable::Text { text, .. } => Some(text.clone()),
        Drawable::Path { .. } => None,
    };
    shapes.filter_map(text).collect()
}

fn pages(lang: Lang, wish: PaperWish) -> Vec<PaperPage> {
    with_look(lang, Metrics::paper(54), |look, lines| {
        let lines: Vec<_> = lines
            .iter()
            .filter_map(|line| match line {
                SheetLine::Line(line) => Some(line.clone()),
                _ => None,
            })
            .collect();
        let said = PaperWords {
            title: "跨部门协作计划表",
            project: "A1",
            as_of: "2026",
        };
        paper_pages(look, &lines, wish, said)
    })
}

#[test]
fn every_task_stands_once_on_paper_with_a_head_on_each_page() {
    for (size, wide, count) in [
        (PaperSize::A4, 1, 1),
        (PaperSize::A3, 1, 1),
        (PaperSize::A4, 2, 2),
    ] {
        let pages = pages(Lang::Zh, PaperWish { size, wide });
        assert_eq!(pages.len(), count, "{size:?} {wide}");
        let codes = |page: &PaperPage| {
            let texts = texts(page);
            (1..=30)
                .filter(|code| {
                    texts
                        .iter()
                        .filter(|text| **text == format!("T-{code}"))
                        .count()
                        == 1
                })
                .count()
        };
        for page in &pages {
            assert_eq!(codes(page), 30);
            let texts = texts(page);
            assert!(
                texts.iter().any(|text| text == "编号")
                    && texts.iter().any(|text| text.contains("共"))
            );
        }
    }
}

#[test]
fn a_picture_holds_every_task_and_what_it_means() {
    for lang in [Lang::Zh, Lang::En] {
        let metrics = Metrics::screen(32);
        let svg = with_look(lang, metrics, |look, lines| {
            let mut inside = String::new();
            let width = look.header.axis.width();
            for (at, shapes) in look.stretch(lines, 0, (0, width)) {
                pictured_rows(&mut inside, &shapes, at, &metrics);
            }
            let height = metrics.header + metrics.row * lines.len() as i32;
            picture(
                "title",
                "sentence",
                (look.left() + width, height),
                &metrics,
                &inside,
            )
        });
        for code in 1..=30 {
            assert!(svg.contains(&format!(">T-{code}<")), "T-{code}");
        }
        assert!(
            svg.contains("url(#h)") && svg.contains("url(#l)"),
            "critical and late"
        );
        if let Ok(folder) = std::env::var("HEPAI_PICTURES") {
            let name = if lang == Lang::Zh { "zh" } else { "en" };
            std::fs::write(format!("{folder}/gantt-{name}.svg"), &svg).expect("a file");
        }
    }
}

#[test]
fn a_bar_shows_what_is_late_expected_and_may_slip() {
    with_look(Lang::Zh, Metrics::screen(32), |look, _| {
        let bars = (0..look.schedule.plan.tasks.len() as u32)
            .filter_map(|task| bar_of(look.schedule, task));
        let bars: Vec<_> = bars.collect();
        assert_eq!(bars.len(), 30);
        let late: Vec<_> = bars.iter().filter(|bar| bar.late_days > 0).collect();
        assert_eq!(late.len(), 1, "T-17 alone");
        assert_eq!((late[0].late_days, late[0].percent), (2, 80));
        assert!(late[0].expected.is_some() && late[0].latest > late[0].expected);
        assert_eq!(bars.iter().filter(|bar| bar.is_critical).count(), 7);
    });
}
