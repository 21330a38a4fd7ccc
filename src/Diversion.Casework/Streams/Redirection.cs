namespace Diversion.Casework.Streams;

/// <summary>What becomes of a message when its time to be sent has come.</summary>
internal abstract record Redirection
{
    private Redirection()
    {
    }

    /// <summary>It is sent, to whom it is now for.</summary>
    public sealed record To(OutgoingMessage Message) : Redirection;

    /// <summary>It must not be sent.</summary>
    /// <param name="Why">A sentence without personal data.</param>
    public sealed record Stopped(string Why) : Redirection;
}
