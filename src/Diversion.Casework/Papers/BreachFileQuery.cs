using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Papers;

/// <summary>Compiles the breach file while a breach is under review, and after it was confirmed.</summary>
public sealed class BreachFileQuery(RecordAccess access, Records records)
{
    public async ValueTask<Reply<BreachFile>> Of(string reference, AccessRequest request, CancellationToken cancellation = default)
    {
        var reply = await access.At(reference, request, "breach file", (state, _) => AccessPolicy.MaySeeBreachFile(request.By, state), cancellation);
        if (reply is not Reply<Seen>.Given { Value: var seen })
        {
            return ((Reply<Seen>.Refused)reply).Refusal;
        }

        var state = seen.State;
        if (state.Status is not (AgreementStatus.BreachReview or AgreementStatus.Breached) || state.Term is null)
        {
            return new Refusal.Unknown(CaseworkRefusal.BreachFileNotMade, "There is no breach file: no breach is under review, and none was confirmed.");
        }

        var events = await records.Events(state.Id, cancellation);

        var scheme = records.Rulebook.SchemeOf(state);
        var course = new BreachCourse(seen, events, request.At);
        return new BreachFile(
            records.Rulebook.Programme.Name,
            state.Id.Value,
            state.Status,
            request.At,
            Basis(seen, events),
            [.. AgreementVersions.Of(events).Select(version => AgreementPaperQuery.Show(version, scheme))],
            course.Failures,
            course.Warnings,
            course.Hearings,
            Part(BreachFileEvents.IsEvidence),
            Part(BreachFileEvents.IsDecision),
            course.Chronology);

        IReadOnlyList<TimelineItem> Part(Func<AgreementEvent, bool> belongs) =>
            [.. events.Where(recorded => belongs(recorded.Event)).Select(recorded => TimelineQuery.Show(recorded, seen))];
    }

    private static BreachFileVictim Show(VictimState victim) => new(
        victim.Number, victim.Details.Kind, victim.Details.Name, victim.Details.ContactPerson, victim.ViewsSought, victim.Views, victim.WantsRestorativeJustice)
    {
        Statement = victim.Statement,
        WantsCompensation = victim.WantsCompensation,
    };

    private BreachFileBasis Basis(Seen seen, IReadOnlyList<RecordedEvent> events)
    {
        var state = seen.State;
        var referral = state.Referral;
        var approval = events.LastOrDefault(recorded => recorded.Event is ReferralEvent.EligibilityApproved);
        return new BreachFileBasis(
            referral.Person.Name,
            referral.Person.BornOn,
            referral.Person.Address,
            referral.CustodyReference,
            referral.Offence,
            AgreementQuery.Show(referral.ChargeBy, records.Rulebook.SchemeOf(state)),
            CaseBasisView.Of(state, records.Rulebook.SchemeOf(state)),
            referral.Officer,
            referral.ReferredAt,
            approval?.By.Name,
            approval?.At,
            referral.Answers,
            [
                .. referral.Overrides.Select(one => new BreachFileOverride(one.Message, one.Reason, one.By?.Name, one.At)),
                .. referral.RiskOverride is { } risk
                    ? [new BreachFileOverride($"The risk band was set to {Words.Of(risk.Band)}{(risk.From is { } from ? $" instead of {Words.Of(from)}" : "")}", risk.Reason ?? "not kept", risk.By?.Name, risk.At)]
                    : (BreachFileOverride[])[],
            ],
            seen.RecordVisibility.Victim ? state.Victims.Any : null,
            seen.RecordVisibility.Victim ? [.. state.Victims.All.Where(victim => seen.RecordVisibility.SeesVictim(victim.Number)).Select(Show)] : null,
            state.Term!.SignedOn,
            state.Term.LastDay,
            state.KeyWorker?.Name) { FurtherOffences = referral.FurtherOffences is { IsEmpty: false } more ? more : null };
    }
}
