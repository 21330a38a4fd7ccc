using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Record;

/// <summary>Something that falls due automatically.</summary>
/// <param name="Date">The local day (Europe/London) of <paramref name="At"/>, and <paramref name="Time"/> the time of day there.</param>
/// <param name="What">The kind as text.</param>
/// <param name="Subject">The obligation, meeting or period that it is about.</param>
/// <param name="Explanation">The rule in words, with the figures of the agreement's scheme version.</param>
/// <param name="About">The subject as text.</param>
/// <param name="Told">Who is told about an overdue obligation; left out for anything else.</param>
public sealed record DueView(
    Instant At, LocalDate Date, LocalTime Time, string Track, DueKind Kind, string What, string Subject, string Rule, string Explanation, string About, Addressee? Told)
{
    internal static DueView Of(DueMoment moment, AgreementState state, SchemeRules scheme)
    {
        var local = moment.At.InZone(WorkingCalendar.Zone);
        return new DueView(
            moment.At, local.Date, local.TimeOfDay, moment.Track, moment.Kind, WhatOf(moment, state), moment.Subject, moment.Rule, RuleTexts.Explain(moment.Rule, scheme), AboutOf(moment, state), ToldOf(moment, state, scheme));
    }

    /// <summary>Reminders and evidence are about an appointment and have its id.</summary>
    private static string AboutOf(DueMoment moment, AgreementState state) =>
        moment.Kind is DueKind.ParticipantReminded or DueKind.EvidenceAwaitedExpires
        && SubjectWords.Of(state, new CommandSubject(moment.Track, moment.Subject)) is { } appointment
            ? appointment
            : ObligationWords.Of(moment.Subject, state.Victims);

    private static Addressee? ToldOf(DueMoment moment, AgreementState state, SchemeRules scheme) =>
        moment.Kind == DueKind.Escalated && state.Obligations.FirstOrDefault(open => open.Id == moment.Subject) is { } late
            ? late.ToldAt(late.Deadline.Ladder.IndexOf(moment.At, late.Deadline.To is null ? 1 : 0), scheme.Escalation)
            : null;

    private static string WhatOf(DueMoment moment, AgreementState state) => moment.Kind switch
    {
        DueKind.Escalated when state.Obligations.FirstOrDefault(open => open.Id == moment.Subject) is { } owed && moment.At < owed.Deadline.Due =>
            "Not done yet: the next person is told",
        DueKind.OwnerReminded => "The owner is reminded",
        DueKind.Escalated => "Overdue: the next person is told",
        DueKind.ParticipantReminded => "The participant is reminded",
        DueKind.EvidenceAwaitedExpires => "The time for evidence runs out",
        DueKind.SupervisionPeriodEnds => "A supervision period ends",
        DueKind.OfferLapses => "The offer lapses",
        DueKind.TermEnds => "The term ends",
        DueKind.AnswerTimeEnds => "The time to answer the proposed breach ends",
        DueKind.CoverEnds => "The cover ends",
        DueKind.CourtesySupervisionEnds => "The courtesy supervision ends",
        DueKind.ExitPlanAsked => "The exit plan is asked for",
        DueKind.FollowUpSet => "The dates of the results of follow-up are set",
        DueKind.ConcludingEnds => "The time for settling records ends",
        DueKind.TagWearEnds => "The wearing of the tag ends",
        DueKind.ChargeByAlert => "The undecided breach is raised again",
        _ => throw new ArgumentOutOfRangeException(nameof(moment), moment.Kind, "No words for this."),
    };
}
