"""The commonest words of the languages that pages are most often in: sentences are full of them, menus are not."""

# One word stands in several languages; what counts is only that it is one of these.
STOP_WORDS = frozenset(
    """
    the of and to in a is that for it was on with as are be this by at from have not but they his her she he you we
    or an which their has had were been who will would there what when more can if so about out up
    der die das und ist nicht ein eine zu den von mit sich auf für im dem des auch es an werden aus er hat dass sie
    nach wird bei einer um am sind noch wie einem über einen war haben nur oder aber vor zur bis mehr durch man
    le la les des et en du une est que qui dans pour pas au sur ne se plus par ce il avec sont son cette ont mais
    comme ou leur nous vous ses aux elle fait été
    el los las del y que un una es con por para se su al lo como más pero sus ha sobre este ya entre cuando muy sin
    o e da do os as dos das um uma não com no na em ao mais foi pelo pela são ser seu sua
    il di che è un non per sono gli della con del si da dei nel alla più anche come ma delle al questo ha
    de het een van en niet dat op te zijn met voor er aan maar om ook als bij nog wordt uit door naar ze
    och att det som på är av för med den till inte om har en jag ett men var från vi så kan de
    og ikke til på det er jeg av som med har fra et en vi han ved blev også
    ja on ei että se hän oli mutta joka ovat kun niin myös
    i w na z do nie się że jest to o jak po co ale od za przez dla tym
    a v na je se že s do z o to i ve jako by byl pro
    и в не на что с по это как а но из к у за от для он его так все же было быть или
    і в не на що з до як та це для за він
    bir ve bu için ile de da çok olarak daha olan gibi sonra kadar ne
    az és hogy nem egy is meg ez volt csak már
    şi în la cu nu este pe care din pentru sau mai
    yang dan di dari ini untuk dengan pada tidak dalam itu akan adalah oleh juga
    và của là có không cho được các một trong với người
    في من على إلى أن التي الذي هذا عن مع كان هو ما لا
    के में है की और से को का पर ने यह कि
    και το να του η της με για από στην που είναι
    """.split()
)
