using Diversion.Casework.Conditions;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Offer;
using Diversion.Domain.Term;

namespace Diversion.Casework.Papers;

/// <summary>
/// The versions of an agreement, oldest first, from its events: nothing is overwritten, so each can be printed as it was.
/// </summary>
internal static class AgreementVersions
{
    public static IReadOnlyList<AgreementVersion> Of(IReadOnlyList<RecordedEvent> events)
    {
        var versions = new List<AgreementVersion>();
        var terms = new Dictionary<string, ConditionTerms>();
        AgreementState? state = null;
        RecordedEvent? decided = null;
        foreach (var recorded in events)
        {
            var before = state;
            state = Agreement.Evolve(state, recorded.Event);
            if (recorded.Event is ConditionKindEvent own && ConditionDescriptors.Of(own.Kind).Began(own) is var (id, begun, _))
            {
                terms[id] = begun;
                if (versions is [var signed] && IsSigning(signed, recorded))
                {
                    // The conditions of the signed paper are opened one by one, in the order of the paper.
                    versions[0] = signed with { Conditions = [.. signed.Conditions, new VersionCondition(id, begun, ConditionStatus.SettingUp)] };
                }
            }

            switch (recorded.Event)
            {
                case OfferEvent.AgreementSigned e:
                    versions.Add(new AgreementVersion(1, recorded.At, recorded.By, recorded.Reason, null, null, e.LastDay, null, [], [], [], state));
                    break;
                case BreachEvent.BreachDecided:
                    decided = recorded;
                    break;
                case TermEvent.AgreementVaried e:
                    Add(recorded, e.Agreed, before!, [.. e.Added], [.. e.Removed]);
                    break;
                case TermEvent.TermExtended e:
                    Add(recorded, e.Agreed, before!, [], []);
                    break;
            }
        }

        return versions;

        void Add(RecordedEvent recorded, PersonAgreed? agreed, AgreementState before, string[] added, string[] removed) => versions.Add(new AgreementVersion(
            versions.Count + 1,
            recorded.At,
            recorded.By,
            recorded.Reason,
            decided is not null && decided.At == recorded.At && decided.By.Id == recorded.By.Id ? ((BreachEvent.BreachDecided)decided.Event).Number : null,
            agreed,
            state!.Term!.LastDay,
            before.Term!.LastDay == state.Term.LastDay ? null : before.Term.LastDay,
            [.. state.Conditions.Where(IsInForce).Select(Show)],
            [.. state.Conditions.Where(condition => added.Contains(condition.Id)).Select(Show)],
            [.. state.Conditions.Where(condition => removed.Contains(condition.Id)).Select(Show)],
            state)
            {
                TakenIn = [.. state.Referral.FurtherOffences.Where(one => versions[^1].State.Referral.LastOffence < one.Number).Select(one => one.Offence)],
            });

        VersionCondition Show(Condition condition) => new(condition.Id, terms[condition.Id], condition.Status);
    }

    /// <summary>A condition that is kept, or failed and not waived, stays part of what was agreed.</summary>
    private static bool IsInForce(Condition condition) => condition.Status is not (ConditionStatus.Waived or ConditionStatus.Substituted);

    private static bool IsSigning(AgreementVersion signed, RecordedEvent recorded) =>
        recorded.At == signed.At && recorded.Process == "signing" && signed.Conditions.Count < signed.State.Offer!.Conditions.Length;
}
