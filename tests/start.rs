//! A new project from the wizard's answers, as records in an open project.

#[path = "start/again.rs"]
mod again;
#[path = "start/answers.rs"]
mod answers;
#[path = "start/bands.rs"]
mod bands;
#[path = "start/begun.rs"]
mod begun;
#[path = "start/calendar.rs"]
mod calendar;
#[path = "start/chart_pictures.rs"]
mod chart_pictures;
#[path = "start/charts.rs"]
mod charts;
#[path = "start/clipboards.rs"]
mod clipboards;
#[path = "start/closed_plan.rs"]
mod closed_plan;
#[path = "start/closed_sample.rs"]
mod closed_sample;
#[path = "start/copied.rs"]
mod copied;
#[path = "start/copy.rs"]
mod copy;
#[path = "start/elsewhere.rs"]
mod elsewhere;
#[path = "start/entitled.rs"]
mod entitled;
#[path = "start/fit.rs"]
mod fit;
#[path = "start/gantt.rs"]
mod gantt;
#[path = "start/lent.rs"]
mod lent;
#[path = "start/marked.rs"]
mod marked;
#[path = "start/other_starts.rs"]
mod other_starts;
#[path = "start/owing.rs"]
mod owing;
#[path = "start/pasted.rs"]
mod pasted;
#[path = "start/pasted_values.rs"]
mod pasted_values;
#[path = "start/plan_moves.rs"]
mod plan_moves;
#[path = "start/plan_view.rs"]
mod plan_view;
#[path = "port/mod.rs"]
mod port;
#[path = "start/presets.rs"]
mod presets;
#[path = "start/replies.rs"]
mod replies;
#[path = "start/sample.rs"]
mod sample;
#[path = "start/sample_cards.rs"]
mod sample_cards;
#[path = "start/sample_weeks.rs"]
mod sample_weeks;
#[path = "start/scenarios.rs"]
mod scenarios;
#[path = "start/schedule.rs"]
mod schedule;
#[path = "start/table.rs"]
mod table;
#[path = "start/unfinished.rs"]
mod unfinished;
#[path = "start/work.rs"]
mod work;
