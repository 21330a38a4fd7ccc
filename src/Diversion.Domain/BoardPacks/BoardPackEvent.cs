using Diversion.Domain.Agreements;

namespace Diversion.Domain.BoardPacks;

/// <summary>Something that happened to the board packs. A stored event is a contract, as an agreement's.</summary>
public abstract record BoardPackEvent
{
    private BoardPackEvent()
    {
    }

    /// <param name="Text">Replaces what stood there; empty takes it away.</param>
    public sealed record WordsWritten(string Quarter, string Section, string Text, StaffRef By, Instant At) : BoardPackEvent;

    /// <param name="Reminds">Who of the programme is reminded of it; null: the leads.</param>
    public sealed record ActionAgreed(int Number, string Quarter, string Text, string Owner, LocalDate Due, StaffRef By, Instant At, StaffRef? Reminds = null) : BoardPackEvent;

    /// <summary>It is an action of the board, too: it goes from pack to pack until it is closed.</summary>
    public sealed record DisparityAnswered(
        int Number, string Quarter, string Disparity, string Words, DisparityAnswer Answer, string Text, string Owner, LocalDate Due, StaffRef By, Instant At, StaffRef? Reminds = null) : BoardPackEvent;

    /// <summary>An open action fell due, or is late.</summary>
    /// <param name="Step">How many instants of the deadline's ladder have passed.</param>
    public sealed record ActionReminded(int Number, int Step, Deadline Deadline) : BoardPackEvent;

    public sealed record ActionClosed(int Number, LocalDate On, string Said, StaffRef By, Instant At) : BoardPackEvent;
}

/// <summary>What is done about a difference between groups (Lammy Review 2017: explain or reform).</summary>
public enum DisparityAnswer
{
    Explain,
    Reform,
}
