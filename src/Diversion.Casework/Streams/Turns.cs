namespace Diversion.Casework.Streams;

/// <summary>The locks that decisions need until they are stored.</summary>
internal sealed class Turns : IDisposable
{
    private readonly List<IDisposable> held = [];

    public void Add(IDisposable? turn)
    {
        if (turn is not null)
        {
            held.Add(turn);
        }
    }

    public void Dispose() => held.ForEach(turn => turn.Dispose());
}
