namespace Diversion.Casework.Conditions;

/// <summary>What an obligation asks for, in words for its owner and for those who follow it up.</summary>
/// <param name="What">Fits a subject line and a list; says nothing about the person.</param>
/// <param name="Next">What to do, in whole sentences.</param>
public readonly record struct TaskText(string What, string Next);
