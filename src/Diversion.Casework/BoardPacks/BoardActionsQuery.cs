using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Domain.Agreements;
using Diversion.Domain.BoardPacks;

namespace Diversion.Casework.BoardPacks;

/// <summary>The open actions of the board that are the reader's: leads see all of them, the others those of which they are reminded.</summary>
public sealed class BoardActionsQuery(BoardPackService packs)
{
    /// <returns>By the day on which they are due.</returns>
    public async ValueTask<Reply<IReadOnlyList<BoardAction>>> Of(Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.HasBoardActions(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var state = await packs.Find(BoardPackId.Programme, cancellation);
        return new Reply<IReadOnlyList<BoardAction>>.Given(
            [.. (state?.Actions ?? []).Where(action => action.ClosedOn is null && AccessPolicy.ClosesBoardAction(by, action)).OrderBy(action => action.Due).ThenBy(action => action.Number)]);
    }
}
