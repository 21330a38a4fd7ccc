namespace Diversion.Domain.Agreements;

/// <summary>
/// An expected "no", with a stable code (<see cref="RefusalCode"/>) and a text that says what to do. The kind decides how a
/// host answers. Messages contain no personal data.
/// </summary>
public abstract record Refusal
{
    private Refusal(string code, string message)
    {
        Code = code;
        Message = message;
    }

    public string Code { get; }

    public string Message { get; }

    /// <summary>The command itself is malformed or out of range.</summary>
    public sealed record Invalid(string Code, string Message) : Refusal(Code, Message)
    {
        /// <summary>Path of the faulty field ("person.email"), if there is one.</summary>
        public string? Field { get; init; }
    }

    /// <summary>What the command refers to does not exist.</summary>
    public sealed record Unknown(string Code, string Message) : Refusal(Code, Message);

    /// <summary>The actor may not do this.</summary>
    public sealed record NotPermitted(string Code, string Message) : Refusal(Code, Message);

    /// <summary>Not possible in the present state; another state would allow it.</summary>
    public sealed record WrongState(string Code, string Message) : Refusal(Code, Message);

    /// <summary>A rule of the scheme or of the law forbids it.</summary>
    public sealed record RuleForbids(string Code, string Message) : Refusal(Code, Message);

    /// <summary>The agreement has ended; nothing changes any more.</summary>
    public sealed record Ended(string Code, string Message) : Refusal(Code, Message);
}
