using System.Collections.Immutable;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Formatting;
using Diversion.Casework.Record;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Offer;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Papers;

/// <summary>The paper of an offer, and of each version of the agreement that followed.</summary>
public sealed class AgreementPaperQuery(RecordAccess access, Records records)
{
    /// <param name="version">Null for the newest.</param>
    public async ValueTask<Reply<AgreementPaper>> Of(string reference, AccessRequest request, int? version = null, CancellationToken cancellation = default)
    {
        var reply = await access.At(reference, request, "agreement paper", static (_, visible) => visible is { Offence: true, Timeline: true }, cancellation);
        if (reply is not Reply<Seen>.Given { Value.State: var state })
        {
            return ((Reply<Seen>.Refused)reply).Refusal;
        }

        var scheme = records.Rulebook.SchemeOf(state);
        if (state is { Offer: { } offer, Status: AgreementStatus.Offered })
        {
            return version is null ? Offered(state, offer, scheme, request.At) : NoVersion(0);
        }

        if (state.Term is null)
        {
            return new Refusal.Unknown(
                CaseworkRefusal.PaperNotMade, $"There is no agreement to print: none was signed, and there is no offer to sign. The case is {Words.Of(state.Status)}.");
        }

        var events = await records.Events(state.Id, cancellation);

        var versions = AgreementVersions.Of(events);
        return (version ?? versions.Count) is var number && number >= 1 && number <= versions.Count
            ? Signed(versions[number - 1], versions, scheme)
            : NoVersion(versions.Count);
    }

    /// <summary>Conditions that are still being drafted, as the paper would show them if the offer were made now.</summary>
    public async ValueTask<Reply<IReadOnlyList<PaperCondition>>> Draft(
        string reference, ImmutableArray<ConditionTerms> conditions, AccessRequest request, CancellationToken cancellation = default) =>
        (await access.At(reference, request, "agreement paper", static (_, visible) => visible is { Offence: true, Timeline: true }, cancellation))
            .Then<IReadOnlyList<PaperCondition>>(seen =>
            {
                var offer = new OfferCommand.MakeOffer(conditions) { By = request.By, At = request.At };
                var scheme = records.Rulebook.RulesInForceFor(seen.State, offer).Scheme;
                return new Reply<IReadOnlyList<PaperCondition>>.Given([.. conditions.Select(terms => PaperTexts.Of(terms, scheme))]);
            });

    internal static PaperVersion Show(AgreementVersion version, SchemeRules scheme) => new(
        version.Number,
        version.Title,
        version.At,
        version.By.Name,
        version.Reason,
        version.LastDay,
        PaperTexts.Changes(version, scheme),
        PaperTexts.Agreed(version),
        [.. version.Conditions.Select(one => PaperTexts.Of(one.Terms, scheme))]);

    private static Refusal NoVersion(int last) => new Refusal.Unknown(
        CaseworkRefusal.PaperNotMade,
        last == 0 ? "The agreement is not signed yet: it has no versions." : $"There is no such version: the agreement has versions 1 to {last}.");

    private AgreementPaper Offered(AgreementState state, OfferState offer, SchemeRules scheme, Instant now) => Write(
        state, [.. offer.Conditions], scheme) with
    {
        LastDay = TermRule.LastDay(WorkingCalendar.DateOf(now), scheme.Term),
        SignBy = offer.LapsesAt,
    };

    private AgreementPaper Signed(AgreementVersion version, IReadOnlyList<AgreementVersion> all, SchemeRules scheme) => Write(
        version.State, [.. version.Conditions.Select(one => one.Terms)], scheme) with
    {
        SignedOn = version.State.Term!.SignedOn,
        LastDay = version.LastDay,
        Version = Show(version, scheme),
        Versions = [.. all.Select(one => Show(one, scheme))],
    };

    private AgreementPaper Write(AgreementState state, IReadOnlyList<ConditionTerms> conditions, SchemeRules scheme)
    {
        var referral = state.Referral;
        return new AgreementPaper(
            records.Rulebook.Programme.Name,
            state.Id.Value,
            referral.Person.Name,
            referral.Person.BornOn,
            referral.Offence.Description,
            referral.Offence.CommittedOn,
            referral.Officer.Name,
            state.KeyWorker?.Name,
            scheme.Term.Months > 0 ? Wording.Count(scheme.Term.Months, "month") : Wording.Count(scheme.Term.Weeks, "week"),
            null,
            default,
            null,
            null,
            [],
            [.. conditions.Select(terms => PaperTexts.Of(terms, scheme))],
            referral.Goals,
            ConditionTexts.IfBroken(scheme).Split('\n'),
            ConditionTexts.AtOnce(conditions.Any(terms => terms.Kind == ConditionKind.TagMonitoring)))
        {
            FurtherOffences = referral.FurtherOffences.IsEmpty
                ? null
                : [.. referral.FurtherOffences.Select(one => new PaperOffence(one.Offence.Description, one.Offence.CommittedOn))],
            Explained = (state.Term is { } term ? term.Explained : scheme.RouteOf(referral.Facts.Route)?.Explain ?? []) is { IsEmpty: false } explained ? explained : null,
        };
    }
}
