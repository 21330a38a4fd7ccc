using Diversion.Casework.Access;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Queries;

/// <summary>What somebody may do with a case now, and only that: asked of the domain for the rules and of the access policy for the relation.</summary>
public sealed class ActionsQuery(CaseworkService casework)
{
    /// <summary>A look, and never logged: whoever would need a reason to look may do nothing with the case.</summary>
    /// <returns>In the order of an agreement's life.</returns>
    public async ValueTask<Reply<IReadOnlyList<ActionView>>> Of(string reference, Actor by, Instant now, CancellationToken cancellation = default)
    {
        if (!AgreementIds.IsWellFormed(reference)
            || await casework.Find(new AgreementId(reference), cancellation) is not { } state)
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
        foreach (var action in Agreement.Possible(state, by, now, command => casework.Rulebook.GroundFor(state, command)))
        {
            if (AccessPolicy.MayCommand(by, state, action.Specimen) is null)
            {
                actions.Add(new ActionView(
                    action.Entry.Name,
                    ActionWords.Label(action.Entry.Name, state, action.Subject, by),
                    action.Subject.Condition,
                    action.Subject.Item,
                    SubjectWords.Of(state, action.Specimen, action.Subject),
                    action.NeedsReason,
                    action.Blocked?.Message));
            }
        }

        return actions;
    }
}
