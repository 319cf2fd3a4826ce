//! The whole chart as a file of its own: a drawing of text, or dots; what is too large for one picture is several.

use super::chart::Chart;
use super::paper::{as_of, project_name, with_look};
use crate::analysis::standing::schedule::Progress;
use crate::templates::task;
use crate::ui::gantt::{
    Anchor, Drawable, Metrics, SheetLine, SheetLook, picture, picture_parts, pictured_rows,
};
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::{dom, life};
use crate::ui::texts;
use leptos::prelude::*;

/// The height of the title of a picture, and its foot.
const PICTURE_HEAD: i32 = 40;
const PICTURE_FOOT: i32 = 8;

/// A picture, and how large it is.
type DrawnPicture = (String, (usize, usize));

/// Saves the whole chart as a file, or as several where one would be too large.
pub(super) fn save_picture(chart: Chart, as_svg: bool) {
    let (pictures, name) = untrack(|| {
        let project = project_name(chart);
        let day = chart.ui.now().format("%Y%m%d").to_string();
        let name = format!(
            "{}_{}_{day}",
            project.replace(' ', ""),
            chart.ui.text(texts::gantt::PICTURE_NAME)
        );
        (pictures_of(chart, &project, as_svg), name)
    });
    dom::close_popover();
    match as_svg {
        true => {
            for (text, _) in pictures {
                crate::storage::download(&format!("{name}.svg"), &text, "image/svg+xml");
            }
        }
        false => life::to_the_end((chart.ui, name, pictures), save_dots),
    }
}

/// One after the other: each takes much of the browser's room.
async fn save_dots((ui, name, pictures): (Ui, String, Vec<DrawnPicture>)) {
    let count = pictures.len();
    for (at, (text, (width, height))) in pictures.into_iter().enumerate() {
        let file = match count {
            1 => format!("{name}.png"),
            _ => format!("{name}_{}.png", at + 1),
        };
        if !crate::storage::save_picture(&file, &text, width as i64, height as i64).await {
            let lang = ui.lang.get_untracked();
            let said = texts::charts::NO_PICTURE.text(lang).to_owned();
            return ui.notices.warn(said);
        }
    }
}

/// All lines in one drawing of text; as dots in as many as they need.
fn pictures_of(chart: Chart, project: &str, is_one: bool) -> Vec<DrawnPicture> {
    let metrics = Metrics::screen(32);
    let title = chart.ui.fill(
        texts::gantt::PRINT_TITLE,
        &[("title", chart.ui.text(task::TASK.title))],
    );
    let head = format!("{title}   {project}   {}", as_of(chart));
    let said = sentence(chart);
    with_look(chart, metrics, |look, lines| {
        let lines: Vec<SheetLine> = [SheetLine::Lane]
            .into_iter()
            .chain(lines.iter().cloned().map(SheetLine::Line))
            .collect();
        let width = look.left() + look.header.axis.width();
        let most = match is_one {
            true => lines.len(),
            false => picture_parts(width, metrics.row),
        };
        let parts = lines.chunks(most.max(1));
        let drawn = |part: &[SheetLine]| drawn(look, part, (&head, &said));
        parts.map(drawn).collect()
    })
}

/// One drawing of so many lines under its title.
fn drawn(look: &SheetLook<'_>, lines: &[SheetLine], (head, said): (&str, &str)) -> DrawnPicture {
    let metrics = &look.metrics;
    let width = look.header.axis.width();
    let mut inside = String::new();
    for (at, shapes) in look.stretch(lines, PICTURE_HEAD, (0, width)) {
        pictured_rows(&mut inside, &shapes, at, metrics);
    }
    let text = Drawable::Text {
        class: "g-label-strong",
        x: 4,
        y: 24,
        anchor: Anchor::Start,
        text: head.to_owned(),
    };
    pictured_rows(&mut inside, &[text], (0, 0), metrics);
    let rows = i32::try_from(lines.len()).unwrap_or(i32::MAX / 64);
    let height = PICTURE_HEAD + metrics.header + metrics.row * rows + PICTURE_FOOT;
    let size = (look.left() + width, height);
    let text = picture(head, said, size, metrics, &inside);
    let dots = |px: i32| usize::try_from(px).unwrap_or(1);
    (text, (dots(size.0), dots(size.1)))
}

/// What the chart says, in one sentence.
fn sentence(chart: Chart) -> String {
    let schedule = chart.schedule();
    let tasks = schedule.plan.tasks.iter();
    let done = tasks
        .clone()
        .filter(|one| one.progress == Progress::Done)
        .count();
    let late = tasks.filter(|one| {
        let is_over = matches!(one.progress, Progress::Done | Progress::Cancelled);
        !is_over && schedule.plan.is_late(one, schedule.today)
    });
    let critical = schedule
        .tasks
        .iter()
        .filter(|one| one.is_critical())
        .count();
    let day = crate::ui::gantt::day_said(schedule.today, chart.lang());
    let places = [
        ("n", &*schedule.plan.tasks.len().to_string()),
        ("done", &*done.to_string()),
        ("late", &*late.count().to_string()),
        ("critical", &*critical.to_string()),
        ("day", &*day),
    ];
    texts::fill(texts::gantt::CHART_SENTENCE, chart.lang(), &places)
}
