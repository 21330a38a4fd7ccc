using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Texts;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Actions;

/// <summary>What a user may do with a case now. The domain answers for the rules, the access policy for the relation to the case.</summary>
public sealed class ActionsQuery(Records records)
{
    /// <summary>Never logged: a user who would need a reason to read the case may do nothing with it.</summary>
    /// <returns>In the order of an agreement's life.</returns>
    public async ValueTask<Reply<IReadOnlyList<ActionView>>> Of(string reference, Actor by, Instant now, CancellationToken cancellation = default)
    {
        if (await records.Find(reference, cancellation) is not { } state)
        {
            return CaseworkRefusal.Unknown();
        }

        return AccessPolicy.Of(by, state).Record
            ? new Reply<IReadOnlyList<ActionView>>.Given(Of(state, by, now))
            : CaseworkRefusal.NotForRole();
    }

    private List<ActionView> Of(AgreementState state, Actor by, Instant now)
    {
        var actions = new List<ActionView>();
        foreach (var action in Agreement.Possible(state, by, now, command => records.Rulebook.RulesInForceFor(state, command)))
        {
            if (AccessPolicy.MayCommand(by, state, action.Candidate) is null)
            {
                actions.Add(new ActionView(
                    action.Entry.Name,
                    ActionWords.Label(action.Entry.Name, state, action.Subject, by),
                    action.Subject.Condition,
                    action.Subject.Item,
                    SubjectWords.Of(state, action.Candidate, action.Subject, records.Rulebook.Programme.Staff),
                    action.NeedsReason,
                    action.Blocked?.Message));
            }
        }

        return actions;
    }
}
