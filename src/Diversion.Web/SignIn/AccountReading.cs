using Diversion.Domain.Agreements;

namespace Diversion.Web.SignIn;

/// <summary>Who somebody is here, by what the provider says of them.</summary>
internal abstract record AccountReading
{
    private AccountReading()
    {
    }

    /// <param name="Actors">The same person in each of their roles; at least one.</param>
    public sealed record Known(string Account, IReadOnlyList<Actor> Actors) : AccountReading;

    /// <summary>Nobody of the programme has this account.</summary>
    public sealed record Unknown(string Account, string? Name) : AccountReading;

    /// <param name="Advice">What to do about it.</param>
    public sealed record Refused(string Advice) : AccountReading;
}
