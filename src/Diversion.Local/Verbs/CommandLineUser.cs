using Diversion.Domain.Agreements;

namespace Diversion.Local.Verbs;

/// <summary>Whoever may write to the data folder; the account of the machine says who.</summary>
internal static class CommandLineUser
{
    public static Actor By => new("command-line", $"Command line ({Environment.UserName})", Role.ProgrammeLead);
}
