using System.Collections.Immutable;
using Diversion.Casework.Correspondence;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Offer;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Queries;

/// <summary>The paper of an offer, and of the agreement that came of it.</summary>
public sealed class AgreementPaperQuery(Looking looking, Rulebook rulebook)
{
    public async ValueTask<Reply<AgreementPaper>> Of(string reference, Look look, CancellationToken cancellation = default) =>
        (await looking.At(reference, look, "agreement paper", static (_, sight) => sight is { Offence: true, Timeline: true }, cancellation))
            .Then<AgreementPaper>(seen => seen.State is { Offer: { } offer } and ({ Status: AgreementStatus.Offered } or { Term: not null })
                ? Write(seen.State, offer.Conditions, offer.LapsesAt, look.At)
                : new Refusal.Unknown(
                    CaseworkRefusal.PaperNotMade, $"There is no agreement to print: none was signed, and there is no offer to sign. The case is {Words.Of(seen.State.Status)}."));

    /// <summary>Conditions that are still being drafted, as the paper of an offer made now would say them.</summary>
    public async ValueTask<Reply<IReadOnlyList<PaperCondition>>> Draft(
        string reference, ImmutableArray<ConditionTerms> conditions, Look look, CancellationToken cancellation = default) =>
        (await looking.At(reference, look, "agreement paper", static (_, sight) => sight is { Offence: true, Timeline: true }, cancellation))
            .Then<IReadOnlyList<PaperCondition>>(seen =>
            {
                var offer = new OfferCommand.MakeOffer(conditions) { By = look.By, At = look.At };
                var scheme = rulebook.GroundFor(seen.State, offer).Scheme;
                return new Reply<IReadOnlyList<PaperCondition>>.Given([.. conditions.Select(terms => Write(terms, scheme))]);
            });

    private AgreementPaper Write(AgreementState state, ImmutableArray<ConditionTerms> conditions, Instant lapsesAt, Instant now)
    {
        var scheme = rulebook.SchemeOf(state);
        var referral = state.Referral;
        return new AgreementPaper(
            rulebook.Programme.Name,
            state.Id.Value,
            referral.Person.Name,
            referral.Person.BornOn,
            referral.Offence.Description,
            referral.Offence.CommittedOn,
            referral.Officer.Name,
            state.KeyWorker?.Name,
            scheme.Term.Months > 0 ? EventWords.Count(scheme.Term.Months, "month") : EventWords.Count(scheme.Term.Weeks, "week"),
            state.Term?.SignedOn,
            state.Term?.LastDay ?? TermRule.LastDay(WorkingCalendar.DateOf(now), scheme.Term),
            state.Status == AgreementStatus.Offered ? lapsesAt : null,
            state.Term is { Version: > 1 },
            [.. conditions.Select(terms => Write(terms, scheme))],
            referral.Goals,
            ConditionTexts.IfBroken(scheme).Split('\n'),
            ConditionTexts.AtOnce(conditions.Any(terms => terms.Kind == ConditionKind.TagMonitoring)));
    }

    /// <summary>The mails leave out what the paper must say: the support, who gives it, and the places of the tag.</summary>
    private static PaperCondition Write(ConditionTerms terms, SchemeRules scheme)
    {
        var title = ConditionTexts.Short(terms.Kind);
        return new PaperCondition(char.ToUpperInvariant(title[0]) + title[1..], ConditionTexts.Plain(terms, scheme), [.. Details(terms, scheme)]);
    }

    private static IEnumerable<string> Details(ConditionTerms terms, SchemeRules scheme) => terms switch
    {
        ConditionTerms.Supervision => ["Your key worker tells you when and where. If you cannot come, tell them before the meeting."],
        ConditionTerms.Reparation own =>
        [
            .. own.Provider is { } provider ? [$"The work is with {provider}."] : (IEnumerable<string>)[],
            $"Do half of them by the middle of this agreement, and all of them at least {EventWords.Count(scheme.Reparation.FinishDaysBeforeEnd, "day")} before it ends.",
        ],
        ConditionTerms.RestorativeJustice own => [$"{own.Facilitator.Name} will talk with you. If the other person does not want to take part, that is never counted against you."],
        ConditionTerms.TagMonitoring own =>
        [
            .. (own.Zones.IsDefault ? [] : own.Zones).Select(zone => zone.Kind == TagZoneKind.Exclusion ? $"Keep away from: {zone.Description}" : $"Stay within: {zone.Description}"),
            "You can take back your consent to the tag at any time. Tell your key worker: the tag comes off, and a manager changes or lifts this condition.",
        ],
        ConditionTerms.Pathway own => [$"Support with {Words.Of(own.Need)}, from {own.Provider}."],
        _ => [],
    };
}
