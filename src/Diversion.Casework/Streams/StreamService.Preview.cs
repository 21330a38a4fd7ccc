namespace Diversion.Casework.Streams;

/// <content>What commands would come to.</content>
public abstract partial class StreamService<TId, TState, TCommand, TEvent>
{
    /// <summary>Decides as <see cref="Execute(TId, IReadOnlyList{TCommand}, ExecuteOptions?, CancellationToken)"/> does, on a state that need not be stored, and keeps nothing.</summary>
    private protected async ValueTask<Outcome<TState>> Preview(TId id, TState? state, IReadOnlyList<TCommand> commands, CancellationToken cancellation)
    {
        if (MayCommand(state, commands[0]) is { } forbidden)
        {
            return new Outcome<TState>.Refused(forbidden);
        }

        using var held = new Turns();
        var (decided, refusal) = await Decide(id, state, commands, held, cancellation);
        if (refusal is not null)
        {
            return new Outcome<TState>.Refused(refusal);
        }

        var after = decided[^1].Decision.State;
        return decided.All(one => one.Decision.Events.Count == 0)
            ? new Outcome<TState>.Unchanged(after)
            : new Outcome<TState>.Accepted(after, (state?.Version ?? 0) + 1, after.Version, kind.StandingOf(after));
    }
}
