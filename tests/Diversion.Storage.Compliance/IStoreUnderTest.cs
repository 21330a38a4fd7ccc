namespace Diversion.Storage.Compliance;

/// <summary>An empty store of one adapter, deleted with the test that asked for it.</summary>
public interface IStoreUnderTest : IDisposable
{
    ITableStore Store { get; }
}
