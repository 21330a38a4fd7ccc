using Diversion.Domain.Streams;

namespace Diversion.Domain.Services;

/// <summary>A request about a service of the directory.</summary>
public abstract record ServiceCommand : StreamCommand<ServiceEvent>
{
    private ServiceCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    /// <summary>Leads are told of a partnership agreement whose review is due.</summary>
    public sealed record TimePassed : ServiceCommand;

    public sealed record AddService(ServiceEntry Entry) : ServiceCommand;

    /// <summary>The whole entry: what is left out is no longer known.</summary>
    public sealed record ChangeService(ServiceEntry Entry) : ServiceCommand;

    /// <summary>A partnership agreement, the first or the next one.</summary>
    public sealed record RecordPartnership(Partnership Partnership) : ServiceCommand;

    /// <summary>The review was held; the reason says what came of it.</summary>
    /// <param name="NextReviewOn">Null when the partnership agreement is not continued.</param>
    public sealed record ReviewPartnership(LocalDate? NextReviewOn = null) : ServiceCommand;

    /// <summary>Nobody is referred to it any more; the reason says why.</summary>
    public sealed record CloseService : ServiceCommand;

    public sealed record ReopenService : ServiceCommand;

    /// <summary>A lead has read who tried to change an entry that is not theirs.</summary>
    public sealed record ReadRefusedChanges : ServiceCommand;
}
