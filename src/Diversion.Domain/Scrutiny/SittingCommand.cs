using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Scrutiny;

/// <summary>A request about one sitting of the scrutiny panel. None of them reaches a case.</summary>
public abstract record SittingCommand : StreamCommand<SittingEvent>
{
    private SittingCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    internal virtual void Inspect(TextInspection texts)
    {
    }

    /// <summary>Nothing of a sitting falls due by itself.</summary>
    public sealed record TimePassed : SittingCommand;

    /// <summary>Calls the panel together and publishes the seal of the seed from which its cases will be drawn.</summary>
    /// <param name="Members">Ids of people with the role of a panel member.</param>
    /// <param name="Size">How many cases are drawn; all of the quarter when there are fewer.</param>
    public sealed record PlanSitting(ImmutableArray<string> Members, int Size) : SittingCommand;

    /// <summary>Draws the cases, once.</summary>
    public sealed record DrawSample : SittingCommand;

    /// <summary>A member says what they think of a case, before they see what the others think.</summary>
    /// <param name="Case">Its number in the sample.</param>
    /// <param name="Observations">Needed unless the case was dealt with appropriately and consistently.</param>
    public sealed record GiveVerdict(int Case, PanelVerdict Verdict, string? Observations = null) : SittingCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Prose("observations", Observations);
    }

    /// <summary>What the panel as a whole says, and what the officer is told.</summary>
    public sealed record RecordPanelVerdict(int Case, PanelVerdict Verdict, string Feedback) : SittingCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Prose("feedback", Feedback, required: true);
    }

    /// <summary>No verdict is taken any more, and the seed becomes known.</summary>
    public sealed record CloseSitting : SittingCommand;

    /// <summary>The officer has read what the panel says about their case.</summary>
    public sealed record ReadFeedback(int Case) : SittingCommand;
}
