namespace Diversion.Local;

/// <summary>Exit codes of the program. A released code keeps its meaning: scripts depend on it.</summary>
public static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The work was done and found something wrong (verify), or could not be done at all.</summary>
    public const int Failed = 1;

    public const int WrongUsage = 2;

    /// <summary>The data folder or its database cannot be used: missing, held by another process, damaged, disk full.</summary>
    public const int DataUnavailable = 3;

    /// <summary>A scheme file, the bank holidays or programme.json has faults; nothing was changed.</summary>
    public const int FaultyFiles = 4;

    /// <summary>The address to serve at is in use or not allowed.</summary>
    public const int AddressUnavailable = 5;

    /// <summary>Stopped by Ctrl-C before the end; what was done stays done.</summary>
    public const int Interrupted = 130;

    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Ok, "done"),
        (Failed, "a fault was found, or the command could not be carried out"),
        (WrongUsage, "wrong usage"),
        (DataUnavailable, "the data folder or its database cannot be used"),
        (FaultyFiles, "scheme files or programme.json contain errors"),
        (AddressUnavailable, "the address to serve at cannot be used"),
        (Interrupted, "interrupted"),
    ];
}
