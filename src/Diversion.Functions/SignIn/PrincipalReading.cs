using Diversion.Domain.Agreements;

namespace Diversion.Functions.SignIn;

/// <summary>Who the platform's caller is here.</summary>
public abstract record PrincipalReading
{
    private PrincipalReading()
    {
    }

    public sealed record Known(Actor Actor) : PrincipalReading;

    /// <param name="Advice">Says what to do, to the caller.</param>
    public sealed record Refused(string Advice) : PrincipalReading;
}
