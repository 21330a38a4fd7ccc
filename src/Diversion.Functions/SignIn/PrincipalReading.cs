using Diversion.Domain.Agreements;

namespace Diversion.Functions.SignIn;

/// <summary>Our user for the platform's caller.</summary>
public abstract record PrincipalReading
{
    private PrincipalReading()
    {
    }

    public sealed record Known(Actor Actor) : PrincipalReading;

    /// <param name="Advice">Tells the caller what to do.</param>
    public sealed record Refused(string Advice) : PrincipalReading;
}
