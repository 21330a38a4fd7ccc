namespace Diversion.Domain.Rounds;

/// <summary>A project that can be voted for, with its name as of the day on which the vote was opened.</summary>
public sealed record RoundChoice(string Project, string Name);

/// <summary>How many votes a project has.</summary>
public sealed record RoundCount(string Project, int Votes);

/// <summary>How a vote came that no page took.</summary>
public enum VoteWay
{
    Paper,
    Telephone,
}

/// <summary>Votes on paper or by telephone, as staff entered them.</summary>
/// <param name="Batch">Names the entry, so that sending it twice has one effect.</param>
public sealed record EnteredVotes(string Batch, string Project, VoteWay Way, int Votes);
