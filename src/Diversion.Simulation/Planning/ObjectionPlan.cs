using System.Globalization;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Telling;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>Some people contest a warning, and a few complain. A sergeant decides on the warning; a lead answers the complaint.</summary>
internal static class ObjectionPlan
{
    public static void Plan(CaseFile file, AgreementState state, Instant now, Setting setting)
    {
        if (file.Participant.Traits.Prompt)
        {
            return;
        }

        foreach (var warning in state.Warnings)
        {
            if (!warning.Withdrawn && state.ToldOf(warning) is not null && file.IsNew($"objection/{warning.Number}") && file.Aside.Happens(setting.Behaviour["answer.contestsWarning"]))
            {
                Contest(file, warning.Number, now, setting);
            }
        }

        if (file.IsNew("complaint") && file.Aside.Happens(setting.Behaviour["complaint.made"]))
        {
            file.Plan(setting.Hours.Within(now, state.Term!.EndsAt, file.Aside), (then, on) => new ComplaintCommand.RecordComplaint(
                ComplaintFrom.Person, AnsweredHow.Telephone, on, ComplaintAbout.Decision, "It takes too long until somebody rings back.")
            {
                By = file.Team.Worker(then),
                At = on,
            });
        }
    }

    public static void Decide(CaseFile file, Obligation open, Instant now, Setting setting)
    {
        var decision = file.Aside.Happens(setting.Behaviour["decision.contest.withdrawn"]) ? ContestDecision.Withdrawn : ContestDecision.Upheld;
        file.Plan(setting.Hours.Within(now, open.Deadline.Due, file.Aside), (state, on) => state.HasObligation(open.Id)
            ? new BreachCommand.DecideContest(open.About().Item!, decision) { By = file.Team.Sergeant, At = on, Reason = "Looked at again, with what the person says." }
            : null);
    }

    public static void Acknowledge(CaseFile file, Obligation open, Instant now, Setting setting) =>
        file.Plan(setting.Hours.Within(now, open.Deadline.Due, file.Aside), (state, on) => state.HasObligation(open.Id)
            ? new ComplaintCommand.AcknowledgeComplaint(NumberOf(open), ToldHow.Letter, on) { By = file.Team.Lead, At = on }
            : null);

    public static void Answer(CaseFile file, Obligation open, Instant now, Setting setting)
    {
        var result = (ComplaintResult)file.Aside.Below(3);
        file.Plan(setting.Hours.Within(now, open.Deadline.Due, file.Aside), (state, on) => state.HasObligation(open.Id)
            ? new ComplaintCommand.AnswerComplaint(NumberOf(open), result, ToldHow.Letter, on, "Written what was found, and what follows from it.") { By = file.Team.Lead, At = on }
            : null);
    }

    /// <summary>Nobody objects to a warning that was withdrawn meanwhile.</summary>
    private static void Contest(CaseFile file, int warning, Instant now, Setting setting)
    {
        var news = PersonNews.IdOf(NewsKind.Warning, warning);
        file.Plan(setting.Hours.DaysAfter(now, file.Aside.Between(0, 3), file.Aside), (state, on) =>
            state.Status.IsRunning() && state.Warnings.Any(one => one.Number == warning && !one.Withdrawn) && state.NewsOrNull(news) is { Void: false }
            ? new TellingCommand.RecordAnswer(news, AnsweredHow.Telephone, on, "I was there, and nobody wrote it down.") { By = file.Team.Worker(state), At = on }
            : null);
    }

    private static int NumberOf(Obligation open) => int.Parse(open.About().Item!, CultureInfo.InvariantCulture);
}
