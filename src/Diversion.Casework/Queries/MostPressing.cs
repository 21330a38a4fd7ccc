using Diversion.Domain.Agreements;

namespace Diversion.Casework.Queries;

/// <summary>
/// What a case asks of somebody first, for every role and status: of what they owe and can do now, what is overdue the
/// longest, then what is due next; after that what others owe and they were told of, because it is late. Never
/// something that they may do but need not.
/// </summary>
internal static class MostPressing
{
    private const string Replace = "substitute-condition";
    private const string Waive = "waive-condition";

    /// <param name="actions">What they may do with the case now.</param>
    /// <returns>Null when nothing is to be done by them, or nothing of it can be done now.</returns>
    public static WorkItem? Of(IEnumerable<(WorkItem Item, bool IsOwn)> toDo, IReadOnlyList<ActionView> actions) => toDo
        .Where(one => !IsToHold(one.Item))
        .OrderBy(one => one.IsOwn ? 0 : 1).ThenBy(one => one.Item.When).ThenBy(one => one.Item.At)
        .Select(one => Doable(one.Item, actions))
        .FirstOrDefault(item => item is not null);

    /// <summary>Nothing is recorded of a meeting before it is held.</summary>
    private static bool IsToHold(WorkItem item) => item.Kind is WorkKind.Meeting or WorkKind.Session;

    /// <summary>With the command that does it now; null when none does.</summary>
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
