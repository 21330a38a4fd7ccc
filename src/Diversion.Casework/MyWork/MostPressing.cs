using Diversion.Casework.Actions;
using Diversion.Casework.Conditions;
using Diversion.Domain.Agreements;
using Diversion.Domain.Term;

namespace Diversion.Casework.MyWork;

/// <summary>
/// A user's first task on a case, for every role and status: of their own obligations that they can fulfil now, the longest
/// overdue, then the next due; after those, overdue obligations of others of which they were told. Never something
/// optional.
/// </summary>
internal static class MostPressing
{
    private static readonly string Replace = CommandCatalogue.NameOf<TermCommand.SubstituteCondition>();
    private static readonly string Waive = CommandCatalogue.NameOf<TermCommand.WaiveCondition>();

    /// <param name="actions">What they may do with the case now.</param>
    /// <returns>Null when they have nothing to do, or can do none of it now.</returns>
    public static WorkItem? Of(IEnumerable<(WorkItem Item, bool IsOwn)> toDo, IReadOnlyList<ActionView> actions) => toDo
        .Where(one => !IsToHold(one.Item))
        .OrderBy(one => one.IsOwn ? 0 : 1).ThenBy(one => one.Item.When).ThenBy(one => one.Item.At)
        .Select(one => Doable(one.Item, actions))
        .FirstOrDefault(item => item is not null);

    /// <summary>The outcome of a meeting cannot be recorded before it was held.</summary>
    private static bool IsToHold(WorkItem item) => item.Kind is WorkKind.Meeting or WorkKind.Session;

    /// <summary>With the command that does it now; null when there is none.</summary>
    private static WorkItem? Doable(WorkItem item, IReadOnlyList<ActionView> actions)
    {
        if (item.Next is null)
        {
            return null;
        }

        string[] commands = item.Next == Replace ? [Replace, Waive] : [item.Next];
        return commands.Select(command => actions.FirstOrDefault(action => Does(action, command, item))).FirstOrDefault(action => action is not null) is { } found
            ? item with { Next = found.Command, NextLabel = found.Label }
            : null;
    }

    private static bool Does(ActionView action, string command, WorkItem item) =>
        action.Blocked is null && action.Command == command && action.Condition == item.Condition && (action.Item is null || action.Item == item.Item);
}
