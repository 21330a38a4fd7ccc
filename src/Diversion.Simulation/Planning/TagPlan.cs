using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.People;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>Consent, fitting, what the tag reports, its review and its removal.</summary>
internal static class TagPlan
{
    public static void Fit(CaseFile file, Obligation open, Instant now, Setting setting)
    {
        var id = open.Track;
        var asked = setting.Hours.FirstAfter(now);
        if (file.Participant.Reliability > 0 && file.Chance.Happens(setting.Behaviour["tag.consentRefused"]))
        {
            file.Plan(asked, (state, on) => Withdraw(file, state, id, on));
            return;
        }

        file.Plan(asked, (state, on) => Open(state, id) is { Consent: null } ? new TagMonitoringCommand.RecordTagConsent(id) { By = file.Team.Worker(state), At = on } : null);
        file.Plan(
            Pace.Of(file, setting, open, asked),
            (state, on) => Open(state, id) is { Consent: true, FittedOn: null }
                ? new TagMonitoringCommand.RecordTagFitted(id, $"dev-{file.Index:D5}", WorkingCalendar.DateOf(on)) { By = file.Team.Worker(state), At = on }
                : null);
    }

    public static void Plan(CaseFile file, AgreementState state, TagMonitoringCondition condition, Instant now, Setting setting)
    {
        if (condition.FittedOn is null || !file.IsNew($"{condition.Id}/worn"))
        {
            return;
        }

        var (id, ends) = (condition.Id, state.Term!.EndsAt);
        if (file.Participant.Traits.TagEventAt is { } certain)
        {
            Report(file, id, "t-0", certain.Kind, certain.At);
        }

        if (file.Participant.Reliability == 0)
        {
            return;
        }

        var events = file.Chance.Between(0, setting.Behaviour.Whole("tag.eventsInTerm"));
        for (var i = 1; i <= events; i++)
        {
            var kind = (TagEventKind)file.Chance.Weighted(0.15, 0.1, 0.35, 0.1, 0, 0.2, 0.1);
            Report(file, id, $"t-{i}", kind, OfficeHours.HalfHour(now + ((ends - now) * file.Chance.Unit())));
        }

        if (file.Chance.Happens(setting.Behaviour["tag.cut"]))
        {
            Report(file, id, "t-cut", TagEventKind.StrapCut, OfficeHours.HalfHour(now + ((ends - now) * file.Chance.Unit())));
        }

        if (file.Chance.Happens(setting.Behaviour["tag.consentWithdrawn"]))
        {
            file.Plan(setting.Hours.Within(now, ends, file.Chance), (then, on) => Withdraw(file, then, id, on));
        }
    }

    public static void Review(CaseFile file, Obligation open, Instant now, Setting setting) =>
        file.Plan(Pace.Of(file, setting, open, now), (state, on) =>
        {
            var eventId = open.Id[(open.Id.LastIndexOf('/') + 1)..];
            if (Open(state, open.Track) is not { } condition || condition.EventOrNull(eventId) is not { Finding: null } received)
            {
                return null;
            }

            var finding = received.Kind switch
            {
                TagEventKind.StrapCut => TagFinding.Cut,
                TagEventKind.BatteryLow or TagEventKind.NoSignal => TagFinding.EquipmentFault,
                _ => file.Chance.Happens(setting.Behaviour["tag.violation"]) ? TagFinding.Violation : TagFinding.Explained,
            };
            return new TagMonitoringCommand.ReviewTagEvent(open.Track, eventId, finding, finding switch { TagFinding.Cut => "The strap is cut; the person says so.", TagFinding.Violation => "The map shows it; there was no good reason.", _ => null }) { By = file.Team.Worker(state), At = on };
        });

    public static void Remove(CaseFile file, AgreementState state, Obligation open, Instant now, Setting setting)
    {
        var at = Pace.Of(file, setting, open, now);
        file.Plan(at, (then, on) => then.HasObligation(open.Id)
            ? new TagMonitoringCommand.ConfirmTagRemoved(open.Track, WorkingCalendar.DateOf(on)) { By = file.Team.Worker(then), At = on }
            : null);
        if (state.IsTerminal && file.Chance.Happens(setting.Behaviour["tag.feedRunsOn"]))
        {
            // The simulation wants this one to be refused: it is flagged to a lead.
            file.Plan(OfficeHours.HalfHour(at + Duration.FromHours(30)), (_, on) =>
                new TagMonitoringCommand.ReceiveTagEvent(open.Track, "t-after", TagEventKind.NoSignal, on) { By = ProgrammeStaff.TagFeed, At = on });
        }
    }

    private static void Report(CaseFile file, string id, string eventId, TagEventKind kind, Instant at) =>
        file.Plan(at, (state, on) => Open(state, id) is { IsWorn: true }
            ? new TagMonitoringCommand.ReceiveTagEvent(id, eventId, kind, on) { By = ProgrammeStaff.TagFeed, At = on }
            : null);

    private static TagMonitoringCommand.WithdrawTagConsent? Withdraw(CaseFile file, AgreementState state, string id, Instant now) =>
        Open(state, id) is null ? null : new TagMonitoringCommand.WithdrawTagConsent(id) { By = file.Team.Worker(state), At = now };

    private static TagMonitoringCondition? Open(AgreementState state, string id) =>
        state.Status.IsRunning() && state.ConditionOrNull(id) is TagMonitoringCondition { IsOpen: true } open ? open : null;
}
