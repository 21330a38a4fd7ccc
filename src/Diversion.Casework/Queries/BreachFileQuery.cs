using Diversion.Casework.Access;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Offer;
using Diversion.Domain.Term;

namespace Diversion.Casework.Queries;

/// <summary>Puts the breach file together while a breach is under review, and after it was confirmed.</summary>
public sealed class BreachFileQuery(Looking looking, CaseworkService casework)
{
    public async ValueTask<Reply<BreachFile>> Of(string reference, Look look, CancellationToken cancellation = default)
    {
        var reply = await looking.At(reference, look, "breach file", (state, _) => AccessPolicy.MaySeeBreachFile(look.By, state), cancellation);
        if (reply is not Reply<Seen>.Given { Value: var seen })
        {
            return ((Reply<Seen>.Refused)reply).Refusal;
        }

        var state = seen.State;
        if (state.Status is not (AgreementStatus.BreachReview or AgreementStatus.Breached) || state.Term is not { } term)
        {
            return new Refusal.Unknown(CaseworkRefusal.BreachFileNotMade, "There is no breach file: no breach is under review, and none was confirmed.");
        }

        var events = new List<RecordedEvent>(state.Version);
        await foreach (var recorded in casework.Events(state.Id, cancellation))
        {
            events.Add(recorded);
        }

        var signedTerms = events.Select(recorded => recorded.Event).OfType<OfferEvent.OfferMade>().LastOrDefault();
        return new BreachFile(
            state.Id.Value,
            state.Referral.Person.Name,
            state.Referral.Offence.Description,
            state.Referral.Offence.CommittedOn,
            AgreementQuery.Show(state.Referral.ChargeBy, casework.Rulebook.SchemeOf(state)),
            term.SignedOn,
            term.LastDay,
            signedTerms?.Conditions ?? [],
            Part(happened => happened is OfferEvent.AgreementSigned or TermEvent.AgreementVaried or TermEvent.TermExtended
                or ConditionEvent.ConditionWaived or ConditionEvent.ConditionSubstituted),
            Part(happened => happened is AppointmentEvent.AttendanceRecorded or AppointmentEvent.EvidenceRecorded or AppointmentEvent.EvidenceNotProvided
                or AppointmentEvent.AttendanceCorrected or TagMonitoringEvent.TagEventReceived or TagMonitoringEvent.TagEventReviewed
                or NoReoffendingEvent.CustodyNoticeReceived or BreachEvent.ViolenceRecorded or ConditionEvent.ConditionFailed or SupervisionEvent.PeriodExcused
                or BreachEvent.FailureRecorded { Kind: FailureKind.Other }),
            state.Failures,
            state.Warnings,
            Part(happened => happened is BreachEvent.BreachProposed or BreachEvent.ChargeByAlerted or BreachEvent.BreachDecided
                or BreachEvent.AgreementBreached or BreachEvent.WarningIssued or BreachEvent.WarningWithdrawn))
        {
            Overrides = state.Referral.Overrides,
            RiskOverride = state.Referral.RiskOverride,
        };

        IReadOnlyList<TimelineItem> Part(Func<AgreementEvent, bool> belongs) =>
            [.. events.Where(recorded => belongs(recorded.Event)).Select(recorded => TimelineQuery.Show(recorded, seen))];
    }
}
