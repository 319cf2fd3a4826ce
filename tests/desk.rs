//! What one person has on their desk: what waits for them, what they answered, what they sent and to whom, and what
//! the letters beside the files say.

#[path = "desk/actions.rs"]
mod actions;
#[path = "desk/addressed.rs"]
mod addressed;
#[path = "desk/advice.rs"]
mod advice;
#[path = "desk/agenda.rs"]
mod agenda;
#[path = "desk/answers.rs"]
mod answers;
#[path = "desk/any_charts.rs"]
mod any_charts;
#[path = "desk/any_form.rs"]
mod any_form;
#[path = "desk/around_meetings.rs"]
mod around_meetings;
#[path = "desk/asked_again.rs"]
mod asked_again;
#[path = "desk/backup.rs"]
mod backup;
#[path = "desk/blind.rs"]
mod blind;
#[path = "desk/called.rs"]
mod called;
#[path = "desk/changes_named.rs"]
mod changes_named;
#[path = "desk/charts_of_many.rs"]
mod charts_of_many;
#[path = "desk/checks_grouped.rs"]
mod checks_grouped;
#[path = "desk/closed.rs"]
mod closed;
#[path = "desk/closing.rs"]
mod closing;
#[path = "desk/closing_ahead.rs"]
mod closing_ahead;
#[path = "desk/coaching.rs"]
mod coaching;
#[path = "desk/confirmed_texts.rs"]
mod confirmed_texts;
#[path = "desk/dates.rs"]
mod dates;
#[path = "desk/decisions.rs"]
mod decisions;
#[path = "desk/decisions_merged.rs"]
mod decisions_merged;
#[path = "desk/differences.rs"]
mod differences;
#[path = "desk/due.rs"]
mod due;
#[path = "desk/feedback.rs"]
mod feedback;
#[path = "desk/gates.rs"]
mod gates;
#[path = "desk/handovers.rs"]
mod handovers;
#[path = "desk/health.rs"]
mod health;
#[path = "desk/holidays.rs"]
mod holidays;
#[path = "desk/hostile.rs"]
mod hostile;
#[path = "desk/identity.rs"]
mod identity;
#[path = "desk/inbox.rs"]
mod inbox;
#[path = "desk/joined.rs"]
mod joined;
#[path = "desk/joint.rs"]
mod joint;
#[path = "desk/ledger.rs"]
mod ledger;
#[path = "desk/lessons.rs"]
mod lessons;
#[path = "desk/letters.rs"]
mod letters;
#[path = "desk/looked_at.rs"]
mod looked_at;
#[path = "desk/made_on.rs"]
mod made_on;
#[path = "desk/matters.rs"]
mod matters;
#[path = "desk/named_in_order.rs"]
mod named_in_order;
#[path = "desk/names.rs"]
mod names;
#[path = "desk/new_days.rs"]
mod new_days;
#[path = "desk/opinion_cards.rs"]
mod opinion_cards;
#[path = "desk/opinions.rs"]
mod opinions;
#[path = "desk/opinions_merged.rs"]
mod opinions_merged;
#[path = "desk/owing.rs"]
mod owing;
#[path = "desk/own_words.rs"]
mod own_words;
#[path = "desk/own_words_declared.rs"]
mod own_words_declared;
#[path = "desk/people.rs"]
mod people;
#[path = "desk/places.rs"]
mod places;
#[path = "desk/plan_changes.rs"]
mod plan_changes;
#[path = "desk/plan_moves.rs"]
mod plan_moves;
#[path = "desk/plan_views.rs"]
mod plan_views;
#[path = "port/mod.rs"]
mod port;
#[path = "desk/progress.rs"]
mod progress;
#[path = "desk/recorded_words.rs"]
mod recorded_words;
#[path = "desk/report.rs"]
mod report;
#[path = "desk/resources.rs"]
mod resources;
#[path = "desk/resources_met.rs"]
mod resources_met;
#[path = "desk/risks.rs"]
mod risks;
#[path = "desk/role_merges.rs"]
mod role_merges;
#[path = "desk/role_pasting.rs"]
mod role_pasting;
#[path = "desk/role_table.rs"]
mod role_table;
#[path = "desk/roles.rs"]
mod roles;
#[path = "desk/rollout.rs"]
mod rollout;
#[path = "desk/rules_said.rs"]
mod rules_said;
#[path = "desk/said.rs"]
mod said;
#[path = "desk/search.rs"]
mod search;
#[path = "desk/six_steps.rs"]
mod six_steps;
#[path = "desk/stays.rs"]
mod stays;
#[path = "desk/stopped.rs"]
mod stopped;
#[path = "desk/strangers.rs"]
mod strangers;
#[path = "desk/subjects.rs"]
mod subjects;
#[path = "desk/suggest.rs"]
mod suggest;
#[path = "desk/suggestions_of_many.rs"]
mod suggestions_of_many;
#[path = "desk/taken_back.rs"]
mod taken_back;
#[path = "desk/telling.rs"]
mod telling;
#[path = "desk/told_in_letters.rs"]
mod told_in_letters;
#[path = "desk/told_once.rs"]
mod told_once;
#[path = "desk/updates.rs"]
mod updates;
#[path = "desk/watched.rs"]
mod watched;
#[path = "desk/week_cards.rs"]
mod week_cards;
#[path = "desk/weekly.rs"]
mod weekly;
#[path = "desk/weekly_decided.rs"]
mod weekly_decided;
#[path = "desk/weekly_joined.rs"]
mod weekly_joined;
#[path = "desk/weekly_merged.rs"]
mod weekly_merged;
