using Diversion.Domain.Streams;

namespace Diversion.Domain.Nominations;

/// <summary>A request about a place that the public names.</summary>
public abstract record NominationCommand : StreamCommand<NominationEvent>
{
    private NominationCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    /// <summary>Nothing falls due.</summary>
    public sealed record TimePassed : NominationCommand;

    public sealed record Nominate(NominationText Text) : NominationCommand;

    /// <summary>Lets words out: these, which a moderator has read and may have changed.</summary>
    public sealed record Approve(NominationText Published) : NominationCommand;

    /// <summary>Nothing of it is shown; the reason says why, to staff alone.</summary>
    public sealed record Reject : NominationCommand;
}
