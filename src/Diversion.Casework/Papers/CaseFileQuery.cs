using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Conditions;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Documents;
using Diversion.Casework.Record;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Papers;

/// <summary>Compiles the file of a case: the breach file from the proposal on, the completion file after the completion.</summary>
public sealed class CaseFileQuery(RecordAccess access, Records records, MailRenderer mails)
{
    /// <summary>The file that a case of this status has; null when it has none.</summary>
    public static CaseFileKind? KindOf(AgreementStatus status) => status switch
    {
        AgreementStatus.BreachReview or AgreementStatus.Breached => CaseFileKind.Breach,
        AgreementStatus.Completed => CaseFileKind.Completion,
        _ => null,
    };

    public async ValueTask<Reply<CaseFile>> Of(CaseFileKind kind, string reference, AccessRequest request, CancellationToken cancellation = default)
    {
        var reply = await Seen(reference, request, kind == CaseFileKind.Breach ? "breach file" : "completion file", cancellation);
        return reply is Reply<Seen>.Given { Value: var seen }
            ? KindOf(seen.State.Status) == kind ? await Compile(kind, seen, request, cancellation) : NotMade(kind)
            : ((Reply<Seen>.Refused)reply).Refusal;
    }

    /// <summary>Whether the reader may see the file of this case, once it has one.</summary>
    public async ValueTask<bool> IsFor(string reference, Actor by, CancellationToken cancellation = default) =>
        await records.Find(reference, cancellation) is { } state && AccessPolicy.MaySeeCaseFile(by, state);

    internal ValueTask<Reply<Seen>> Seen(string reference, AccessRequest request, string what, CancellationToken cancellation) =>
        access.At(reference, request, what, (state, _) => AccessPolicy.MaySeeCaseFile(request.By, state), cancellation);

    internal static Refusal NotMade(CaseFileKind kind) => kind == CaseFileKind.Breach
        ? new Refusal.Unknown(CaseworkRefusal.BreachFileNotMade, "There is no breach file: no breach is under review, and none was confirmed.")
        : new Refusal.Unknown(CaseworkRefusal.CompletionFileNotMade, "There is no completion file: the agreement was not completed.");

    internal async ValueTask<CaseFile> Compile(CaseFileKind kind, Seen seen, AccessRequest request, CancellationToken cancellation)
    {
        var state = seen.State;
        var events = await records.Events(state.Id, cancellation);
        var scheme = records.Rulebook.SchemeOf(state);
        var course = new CaseCourse(request.By, seen, events, request.At);
        var contacts = CaseFileContacts.Of(seen, events, await records.Messages(state.Id, cancellation), mails);

        // That somebody complained is no evidence against them.
        var kept = state.Documents.Where(document => !document.Removed && document.Complaint() is null).ToList();
        var papers = DocumentQuery.VisibleTo(request.By, state, kept);
        return new CaseFile(
            kind,
            records.Rulebook.Programme.Name,
            state.Id.Value,
            state.Status,
            request.At,
            Basis(seen, events, contacts),
            [.. AgreementVersions.Of(events).Select(version => AgreementPaperQuery.Show(version, scheme))],
            [.. state.Conditions.Select(condition => ConditionViews.Of(condition, state, seen.RecordVisibility, partner: false, scheme))],
            course.Failures,
            course.Warnings,
            course.Hearings,
            Part(CaseFileEvents.IsEvidence),
            Part(happened => CaseFileEvents.IsDecision(happened, kind)),
            [.. contacts.Where(contact => contact.Victim is null)],
            papers,
            course.Chronology)
        {
            EndedAt = state.EndedAt,
            OutcomeCode = kind == CaseFileKind.Completion ? scheme.OutcomeWhenKept(state.Referral.Facts.Route) : null,
            PapersNotShown = kept.Count - papers.Count,
        };

        IReadOnlyList<TimelineItem> Part(Func<AgreementEvent, bool> belongs) =>
            [.. events.Where(recorded => belongs(recorded.Event)).Select(recorded => TimelineQuery.Show(recorded, seen))];
    }

    /// <summary>Apart from everything else: it can be left out for whoever speaks with another victim.</summary>
    private static CaseFileVictim Show(VictimState victim, IReadOnlyList<CaseFileContact> contacts) => new(
        victim.Number, victim.Details.Kind, victim.Details.Name, victim.Details.ContactPerson, victim.ViewsSought, victim.Views, victim.WantsRestorativeJustice)
    {
        Statement = victim.Statement,
        WantsCompensation = victim.WantsCompensation,
        Contacts = [.. contacts.Where(contact => contact.Victim == victim.Number)],
    };

    private CaseFileBasis Basis(Seen seen, IReadOnlyList<RecordedEvent> events, IReadOnlyList<CaseFileContact> contacts)
    {
        var state = seen.State;
        var referral = state.Referral;
        var approval = events.LastOrDefault(recorded => recorded.Event is ReferralEvent.EligibilityApproved);
        return new CaseFileBasis(
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
                .. referral.Overrides.Select(one => new CaseFileOverride(one.Message, one.Reason, one.By?.Name, one.At)),
                .. referral.RiskOverride is { } risk
                    ? [new CaseFileOverride($"The risk band was set to {Words.Of(risk.Band)}{(risk.From is { } from ? $" instead of {Words.Of(from)}" : "")}", risk.Reason ?? "not kept", risk.By?.Name, risk.At)]
                    : (CaseFileOverride[])[],
            ],
            seen.RecordVisibility.Victim ? state.Victims.Any : null,
            seen.RecordVisibility.Victim ? [.. state.Victims.All.Where(victim => seen.RecordVisibility.SeesVictim(victim.Number)).Select(victim => Show(victim, contacts))] : null,
            state.Term!.SignedOn,
            state.Term.LastDay,
            state.KeyWorker?.Name) { FurtherOffences = referral.FurtherOffences is { IsEmpty: false } more ? more : null };
    }
}
